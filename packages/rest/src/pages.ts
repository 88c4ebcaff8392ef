/** One page and how to ask for the next. */
export interface FetchedPage<Item, Cursor> {
  readonly items: readonly Item[]
  /** Given back to ask for the next page; undefined when this is the last. */
  readonly next?: Cursor | undefined
}

export interface IterateOptions {
  /** Most items to give. @defaultValue no limit */
  readonly limit?: number | undefined
  /** Ends the iteration, which then throws the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Gives all items of a paged search, one by one. Knows nothing of how an API pages: `fetchPage` gets the cursor of the
 * page before (undefined for the first) and a signal.
 *
 * While the items of one page are given, the next is already asked for: at most these two are in memory. Nothing is
 * asked for before the first item is wanted, nor beyond `limit`. Leaving the loop aborts what is under way. An error in
 * a page is thrown when its turn comes.
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
    // Its error is thrown when its turn comes; until then it must not count as unhandled.
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

/** What a server says of one page, as far as it tells the last one from the rest. */
export interface CountedPage {
  readonly items: readonly unknown[]
  /** How many items match, on all pages together; no more than as many as the server counts. */
  readonly total: number
}

/**
 * Tells for one page after the other whether it is the last, where an API pages by `size` and counts what matches.
 *
 * Without items a page is the last, as is one shorter than asked for. Where `total` says that there is more, something in
 * between allows no more than so many items on a page, and those are what a full page has from then on.
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
