import type { Int } from '@x/rest'

/**
 * One of the values that mark a position in a search: a key or text as a string, milliseconds since the epoch as a
 * number.
 */
export type SortValue = string | bigint | number | boolean | null

/** One sort criterion. */
export interface Sort<Field extends string> {
  field: Field
  /** @defaultValue `'ASC'` */
  order?: 'ASC' | 'DESC' | undefined
}

/** A search. Every member is optional; unknown ones are rejected, because a misspelled `filter` would return everything. */
export interface SearchQuery<Filter, Field extends string> {
  /**
   * Conditions; all must be met. They are exact and case-sensitive, without wildcards or lists.
   *
   * Operate ignores filter members that it does not know, `null` and `''`, and then returns everything. All of these
   * are rejected before anything is sent. A member that is `undefined` counts as left out: `{ state: 'ACTIVE', tenantId
   * }` filters by tenant only if there is one. If every member is `undefined`, the filter is rejected, because it would
   * match everything; to request everything, pass `{}` or leave out the filter. If leaving out a condition would do
   * harm, check the variable yourself.
   */
  filter?: Filter | undefined
  /** Items on a page. @defaultValue the server's 10; 100 in `searchAll` @minimum 1 @maximum 1000 */
  size?: Int | undefined
  /**
   * Sort criteria, the most important first. The server adds the key (decision instances: the id), ascending, as the
   * last one.
   */
  sort?: readonly Sort<Field>[] | undefined
  /** {@link SearchPage.sortValues} of the previous page, unchanged and with the same `sort`. */
  searchAfter?: readonly SortValue[] | undefined
}

/**
 * One page of a search.
 *
 * @wire SearchResponse
 */
export interface SearchPage<Item> {
  items: Item[]
  /** Number of matching items, exact below 10,000. If there are more, it is 10,000; `searchAll` returns all of them. */
  total: number
  /** Position of the last item: pass it as {@link SearchQuery.searchAfter} to request the next page. Empty without items. */
  sortValues: SortValue[]
}

/** A page as the server sends it: without sort values if it has no items. */
export interface SearchResponse<Item> {
  items: Item[]
  total: number
  sortValues?: SortValue[] | undefined
}
