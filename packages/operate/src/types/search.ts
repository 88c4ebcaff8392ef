import type { CallOptions } from '@x/rest'

/** One of the values by which the server remembers its place: a key or text as a string, epoch milliseconds as a number. */
export type SortValue = string | number | bigint | boolean | null

/** One sort criterion. */
export interface Sort<Field extends string> {
  readonly field: Field
  /** @defaultValue `'ASC'` */
  readonly order?: 'ASC' | 'DESC' | undefined
}

/**
 * What to search for. Every member may be left out; unknown ones are refused, because a misspelt `filter` would give back
 * everything.
 */
export interface SearchQuery<Filter, Field extends string> {
  /**
   * Conditions that must all hold; exact and case-sensitive, without wildcards or lists.
   *
   * Operate ignores filter members that it does not know, `null` and `''`, and then gives back everything. So all of these
   * are refused before anything is sent, and so is `undefined`, which is what a variable that was never set looks like.
   * Leave a member out to leave out its condition: `{ state: 'ACTIVE', ...(tenantId && { tenantId }) }`.
   */
  readonly filter?: Filter | undefined
  /** Items on a page, 1 to 1000. @defaultValue the server's 10; 100 in `searchAll` */
  readonly size?: number | undefined
  /** Criteria in order of weight. The server adds the key (decision instances: the id), ascending, as the last one. */
  readonly sort?: readonly Sort<Field>[] | undefined
  /** {@link SearchPage.sortValues} of the page before, unchanged and with the same `sort`. */
  readonly searchAfter?: readonly SortValue[] | undefined
}

/** One page of a search. */
export interface SearchPage<Item> {
  readonly items: readonly Item[]
  /** How many items match, exact up to 10,000. It stays at 10,000 when there are more: page until a page is short. */
  readonly total: number
  /** The place of the last item: hand it back as {@link SearchQuery.searchAfter} for the next page. Empty without items. */
  readonly sortValues: readonly SortValue[]
}

/** Options of `searchAll`; those of a call apply to each page's request. */
export interface SearchAllOptions extends CallOptions {
  /** The most items to give. @defaultValue all */
  readonly limit?: number | undefined
}
