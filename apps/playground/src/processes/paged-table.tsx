import type { ComponentChildren, VNode } from 'preact'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { formatTotal } from './words.ts'

/** Number of rows at first, and for each "Show more". */
export const PORTION = 25
/** Maximum page size of a search. */
const MOST = 1000

interface Props {
  readonly label: string
  readonly columns: readonly string[]
  readonly shown: number
  readonly total: number
  /** Shown if there are no rows. */
  readonly empty: string
  /** Number of rows to request next. */
  readonly onMore: (size: number) => void
  readonly children: ComponentChildren
}

/** The rows of a search, with a button for more. */
export function PagedTable({ label, columns, shown, total, empty, onMore, children }: Props): VNode {
  if (shown === 0) return <p class="quiet">{empty}</p>
  return (
    <>
      <TableFrame label={label} columns={columns}>
        {children}
      </TableFrame>
      <More shown={shown} total={total} onMore={onMore} />
    </>
  )
}

/** Shows how many of how many rows are displayed, with a button for more. */
export function More({ shown, total, onMore }: Pick<Props, 'shown' | 'total' | 'onMore'>): VNode | null {
  if (shown >= total) return null
  return (
    <p class="more">
      {shown.toLocaleString()} of {formatTotal(total)}{' '}
      {shown < MOST && (
        <button type="button" onClick={() => onMore(Math.min(MOST, shown + 2 * PORTION))}>
          Show more
        </button>
      )}
    </p>
  )
}

/** A column header; numbers are right-aligned. */
type Column = string | { readonly figures: string }

/** A table that scrolls if it is wider than the page, also by keyboard. */
export function TableFrame({
  label,
  columns,
  children,
}: {
  readonly label: string
  readonly columns: readonly Column[]
  readonly children: ComponentChildren
}): VNode {
  return (
    <ScrollRegion class="records" label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => {
              const title = typeof column === 'string' ? column : column.figures
              return (
                <th key={title} scope="col" class={column === title ? undefined : 'number'}>
                  {title}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  )
}
