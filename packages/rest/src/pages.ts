/** One page, and how to request the next. */
export interface FetchedPage<Item, Cursor> {
  readonly items: readonly Item[]
  /** Passed to `fetchPage` to request the next page; undefined for the last page. */
  readonly next?: Cursor | undefined
}

export interface IterateOptions {
  /** Maximum number of items to return. @defaultValue no limit */
  readonly limit?: number | undefined
  /** Aborts the iteration, which then throws the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Returns all items of a paged search, one by one. It works with any kind of paging: `fetchPage` is called with the
 * cursor of the previous page (undefined for the first) and a signal.
 *
 * It requests the next page while you work on the current one, so at most two pages are in memory. Nothing is requested
 * before you iterate, nor beyond `limit`. Leaving the loop aborts the pending request. The error of a page is thrown
 * after the items before it have been returned.
 *
 * @example
 * ```ts
 * const all = iteratePages(async (offset: number | undefined = 0, signal) => {
 *   const items = await list({ offset, signal })
 *   return { items, next: items.length < 50 ? undefined : offset + 50 }
 * })
 * for await (const item of all) console.log(item)
 * ```
 */
export async function* iteratePages<Item, Cursor>(
  fetchPage: (cursor: Cursor | undefined, signal: AbortSignal) => Promise<FetchedPage<Item, Cursor>>,
  options: IterateOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const { signal, limit = Number.POSITIVE_INFINITY } = options
  signal?.throwIfAborted()
  if (!(limit >= 1)) return
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  const load = (cursor: Cursor | undefined): Promise<FetchedPage<Item, Cursor>> => {
    const page = fetchPage(cursor, controller.signal)
    // Its error is thrown later; until then it must not count as unhandled.
    page.catch(() => {})
    return page
  }
  try {
    let left = limit
    let pending: Promise<FetchedPage<Item, Cursor>> | undefined = load(undefined)
    while (pending) {
      const { items, next }: FetchedPage<Item, Cursor> = await pending
      pending = next !== undefined && items.length < left ? load(next) : undefined
      for (const item of items) {
        signal?.throwIfAborted()
        yield item
        if (--left < 1) return
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort)
    controller.abort(new DOMException('The iteration has ended', 'AbortError'))
  }
}

/** The members of a page that show whether it is the last. */
export interface CountedPage {
  readonly items: readonly unknown[]
  /** Number of matching items on all pages, as far as the server counts. */
  readonly total: number
}

/**
 * Returns a function that takes each page and returns whether it is the last, for APIs that count matches.
 *
 * A page without items is the last, and so is one shorter than requested. If `total` says that there are more, a
 * gateway limits the page size, and that number of items counts as a full page from then on.
 */
export function createPageCounter(size: number): (page: CountedPage) => boolean {
  let full = size
  let received = 0
  return ({ items, total }) => {
    const { length } = items
    received += length
    if (length >= full) return length === 0
    if (length === 0 || !(received < total)) return true
    full = length
    return false
  }
}
