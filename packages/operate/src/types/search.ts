import type { CallOptions } from '@x/rest'

/** One of the values by which the server remembers its place: a key or text as a string, epoch milliseconds as a number. */
export type SortValue = string | number | bigint | boolean | null

/** One sort criterion. */
export interface Sort<Field extends string> {
  field: Field
  /** @defaultValue `'ASC'` */
  order?: 'ASC' | 'DESC' | undefined
}

/**
 * What to search for. Every member may be left out; unknown ones are rejected, because a misspelt `filter` would return
 * everything.
 */
export interface SearchQuery<Filter, Field extends string> {
  /**
   * Conditions that must all hold; exact and case-sensitive, without wildcards or lists.
   *
   * Operate ignores filter members that it does not know, `null` and `''`, and then returns everything. So all of these are
   * rejected before anything is sent. A member that is `undefined` counts as left out: `{ state: 'ACTIVE', tenantId }` filters
   * by tenant only if there is one. If every member is `undefined`, nothing would filter, and the filter is rejected; `{}`, or
   * no filter, is for everything. Check a variable yourself where leaving its condition out would do harm.
   */
  filter?: Filter | undefined
  /** Items on a page, 1 to 1000. @defaultValue the server's 10; 100 in `searchAll` */
  size?: number | undefined
  /** Criteria in order of weight. The server adds the key (decision instances: the id), ascending, as the last one. */
  sort?: readonly Sort<Field>[] | undefined
  /** {@link SearchPage.sortValues} of the page before, unchanged and with the same `sort`. */
  searchAfter?: readonly SortValue[] | undefined
}

/** One page of a search. */
export interface SearchPage<Item> {
  items: Item[]
  /** How many items match, exact below 10,000. It stays at 10,000 when there are more: `searchAll` returns those too. */
  total: number
  /** The place of the last item: hand it back as {@link SearchQuery.searchAfter} for the next page. Empty without items. */
  sortValues: SortValue[]
}

/** Options of `searchAll`; those of a call apply to each page's request. */
export interface SearchAllOptions extends CallOptions {
  /** The most items to give. @defaultValue all */
  readonly limit?: number | undefined
}
