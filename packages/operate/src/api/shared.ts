import type { Int } from '@x/rest'

/** One of the values that mark a position in a search: a key or text as a string, epoch milliseconds as a number. */
export type SortValue = string | number | bigint | boolean | null

/** One sort criterion. */
export interface Sort<Field extends string> {
  readonly field: Field
  /** @defaultValue `'ASC'` */
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** A search. Every member is optional; unknown ones are rejected, because a misspelled `filter` would return everything. */
export interface SearchQuery<Filter, Field extends string> {
  /**
   * Conditions that must all hold; exact and case-sensitive, without wildcards or lists.
   *
   * Operate ignores filter members that it does not know, `null` and `''`, and then returns everything. All of these are
   * rejected before anything is sent, and so is `undefined`, which is what a variable that was never set contains. To leave
   * out a condition, leave out its member: `{ state: 'ACTIVE', ...(tenantId && { tenantId }) }`.
   */
  readonly filter?: Filter | undefined
  /** Items on a page. @defaultValue the server's 10; 100 in `searchAll` @minimum 1 @maximum 1000 */
  readonly size?: Int | undefined
  /** Criteria in order of weight. The server adds the key (decision instances: the id), ascending, as the last one. */
  readonly sort?: readonly Sort<Field>[] | undefined
  /** {@link SearchPage.sortValues} of the previous page, unchanged and with the same `sort`. */
  readonly searchAfter?: readonly SortValue[] | undefined
}

/**
 * One page of a search.
 *
 * @wire SearchResponse
 */
export interface SearchPage<Item> {
  readonly items: readonly Item[]
  /** How many items match, exact up to 10,000. It stays at 10,000 if there are more: request pages until one is short. */
  readonly total: number
  /** Position of the last item: pass it as {@link SearchQuery.searchAfter} to request the next page. Empty without items. */
  readonly sortValues: readonly SortValue[]
}

/** A page as the server sends it: without sort values if it has no items. */
export interface SearchResponse<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly sortValues?: readonly SortValue[] | undefined
}
