import type { VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type Column, columnsOf, sortBy } from './columns.ts'
import { MoreButton } from './more-button.tsx'
import { isBranch, preview } from './preview.ts'
import { Scalar } from './scalar.tsx'
import { Tree } from './tree.tsx'
import { useMore } from './use-more.ts'

const LONG_TEXT = 120

interface Order {
  readonly name: string
  readonly order: 'ascending' | 'descending'
}

/** Text that is not wrapped. */
const SHORT_TEXT = 40

/** A list with a row for each item and a column for each member. A click on a column sorts the loaded rows. */
export function Table({ items }: { readonly items: readonly unknown[] }): VNode {
  const columns = useMemo(() => columnsOf(items), [items])
  const [sorted, setSorted] = useState<Order>()
  const column = columns.find(({ name }) => name === sorted?.name)
  const rows = useMemo(() => (column && sorted ? sortBy(items, column, sorted.order) : items), [items, column, sorted])
  const more = useMore(rows)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <section class="table-frame" aria-label="Items" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((one) => (
                <ColumnHead key={one.name} column={one} first={items[0]} sorted={sorted} onSort={setSorted} />
              ))}
            </tr>
          </thead>
          <tbody>
            {more.shown.map((item, index) => (
              // Open parts of a row move with their item when the rows are sorted.
              <tr key={isBranch(item) ? item : index}>
                {columns.map((cell) => (
                  <Cell key={cell.name} column={cell} item={item} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <MoreButton more={more} />
    </>
  )
}

interface ColumnHeadProps {
  readonly column: Column
  readonly first: unknown
  readonly sorted: Order | undefined
  onSort(order: Order): void
}

function ColumnHead({ column: { name, read }, first, sorted, onSort }: ColumnHeadProps): VNode {
  const order = sorted?.name === name ? sorted.order : undefined
  const next = order === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={order ?? 'none'} class={classOf(read(first))}>
      <button type="button" onClick={() => onSort({ name, order: next })}>
        {name}
        <span aria-hidden="true">{order === undefined ? '' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  )
}

function Cell({ column, item }: { readonly column: Column; readonly item: unknown }): VNode {
  const [open, setOpen] = useState(false)
  const value = column.read(item)
  if (!isBranch(value)) {
    return (
      <td class={classOf(value)}>
        {value !== undefined && <Scalar value={value} name={column.name} limit={LONG_TEXT} />}
      </td>
    )
  }
  return (
    <td>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{preview(value, 40)}</summary>
        {open && <Tree value={value} />}
      </details>
    </td>
  )
}

function classOf(value: unknown): string | undefined {
  if (typeof value === 'number') return 'number'
  return typeof value === 'string' && value.length > SHORT_TEXT ? undefined : 'short'
}
