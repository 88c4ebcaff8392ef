import type { ComponentChildren, VNode } from 'preact'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { formatTotal } from './words.ts'

/** How many rows come at first, and with each "Show more". */
export const PORTION = 25
/** The most that one search returns. */
const MOST = 1000

interface Props {
  readonly label: string
  readonly columns: readonly string[]
  readonly shown: number
  readonly total: number
  /** Said when there are no rows. */
  readonly empty: string
  /** How many rows to ask for next. */
  readonly onMore: (size: number) => void
  readonly children: ComponentChildren
}

/** Rows of a search, of which more may be asked for. */
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

/** Says how many are shown of how many, and asks for more. */
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

/** The head of a column; figures stand at its right. */
type Column = string | { readonly figures: string }

/** A table that scrolls on its own where it is wider than the page, with the keyboard too. */
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
