import type { ServedPage } from '../served.ts'
import type { Translation } from './member.ts'
import type { Problems } from './problems.ts'

/** Maximum number of items that the older APIs return at once. */
const mostItems = 1000
/** Default page size of v2. */
const usualItems = 100
/** Prefix of an older API's cursor. v2's own cursors have none of these characters. */
const cursor = /^(operate|tasklist):(.+)$/

/** Start and size of a page in the older API. */
export type PageMembers = Readonly<Record<string, unknown>>

/** Converts the page request of a search of v2. */
export function writePage(translation: Translation, page: unknown, problems: Problems): PageMembers {
  const { limit = usualItems, from, after, before } = Object(page) as Readonly<Record<string, unknown>>
  if (!Number.isInteger(limit) || (limit as number) < 1)
    problems.invalid('page.limit', 'must be a whole number, 1 or greater')
  if ((limit as number) > mostItems) problems.limit('page.limit', `is more than ${mostItems}`, '8.8')
  if (from !== undefined && from !== 0) {
    problems.limit('page.from', 'is an offset, and its pages begin at a cursor: use `after`', '8.8')
  }
  if (before !== undefined && !translation.backward) {
    problems.limit('page.before', 'goes backward, and its pages only go forward', '8.8')
  }
  return {
    [translation.size]: limit,
    ...(after !== undefined && { searchAfter: readCursor(translation, 'page.after', after, problems) }),
    ...(before !== undefined &&
      translation.backward && { searchBefore: readCursor(translation, 'page.before', before, problems) }),
  }
}

function readCursor({ api }: Translation, path: string, text: unknown, problems: Problems): unknown {
  const [, name, values = ''] = cursor.exec(String(text)) ?? []
  try {
    if (name === api) return JSON.parse(values)
  } catch {
    // Not as it was written.
  }
  return problems.invalid(
    path,
    'is not a cursor of the API that serves this cluster now. Start again with the first page',
  )
}

/** Returns the cursor of an item's position in a search of the older API; null without a position. */
export function writeCursor({ api }: Translation, sortValues: readonly unknown[] | undefined): string | null {
  if (!sortValues || sortValues.length === 0) return null
  const values = JSON.stringify(sortValues, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  return `${api}:${values}`
}

/** Operate counts up to this number. */
const mostCounted = 10_000

/** Converts a page of Operate to one of v2. */
export function readOperatePage<Item>(
  translation: Translation,
  page: { readonly total: number; readonly sortValues: readonly unknown[] },
  items: readonly Item[],
): ServedPage<Item> {
  const { total, sortValues } = page
  return {
    items,
    total,
    totalIsExact: total < mostCounted,
    startCursor: null,
    endCursor: writeCursor(translation, sortValues),
    served: 'operate',
  }
}
