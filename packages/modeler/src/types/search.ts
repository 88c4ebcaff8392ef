/** One page of a search. The next one has the next number. */
export interface Page<Item> {
  items: Item[]
  /** Number of items that match, on all pages together. */
  total: number
}

/** Order of the answer by one field. */
export interface Sort<Field extends string> {
  field: Field
  direction: 'ASC' | 'DESC'
}

/** What a search takes. */
export interface Search<Filter, SortField extends string> {
  /**
   * Only items that match every member. A member that is `null` or empty is rejected before anything is sent: the server
   * ignores such members and would return everything. A member that is `undefined` counts as left out; if no other is left,
   * the filter is rejected. `{}`, or no filter, is for everything.
   */
  filter?: Filter | undefined
  /** Order, most significant field first. */
  sort?: readonly Sort<SortField>[] | undefined
  /** Page number, from 0. @defaultValue `0` */
  page?: number | undefined
  /** Items per page, 0 to 50. @defaultValue `10`, the server's */
  size?: number | undefined
}

/** What `searchAll` takes: a search without a page number; `size` is the size of the pages it reads (default 50). */
export type SearchAll<Request extends { readonly page?: number | undefined }> = Omit<Request, 'page'>

/**
 * A date to compare with: a `Date` (equal to the millisecond), or text.
 *
 * Text is an ISO date and time with its zone, `2026-11-20T08:15:00.000Z`; an offset without a colon is accepted. It can carry a comparison in front (`<`, `<=`,
 * `>`, `>=`) and a range behind: `||/y`, `||/M`, `||/w`, `||/d`, `||/h`, `||/m`, `||/s` stand for the year, month, week,
 * day, hour, minute or second of the date. Both combine: `>=2026-01-01T00:00:00Z||/y` is 2026 and later. Servers know
 * comparisons and ranges since Camunda 8.4.
 */
export type DateFilter = Date | string
