import type { Members } from '../../sampled/members.ts'

/** Searchable records. Their members have the names that filters and sorts use. Dates are in UTC with milliseconds. */
export interface Searchable<Item> {
  /** The records that a filter can match, in any order. With an index, this does not have to return all of them. */
  items(filter: Members): Iterable<Item>
  /** All items in the order of their keys, after this key, if this is no more expensive than reading them. */
  inKeyOrder?(after: string | undefined): Iterable<Item>
  /** The number of items. */
  readonly size?: number | undefined
  /** The unique member of an item, which is the last criterion of every sort. */
  key(item: Item): string
  /** Reads members that filters and sorts use under another name. */
  readonly fields?: Readonly<Record<string, (item: Item) => unknown>> | undefined
  /**
   * Reads members for sorts only: the server sorts by the stored name, which can differ from the one that it returns.
   */
  readonly sorts?: Readonly<Record<string, (item: Item) => unknown>> | undefined
  /** Members of filters that must match in the same part of an item, such as the id and state of one element. */
  readonly together?: Together<Item> | undefined
  /** Members of filters that are more than a condition on one value. */
  readonly conditions?: Readonly<Record<string, (operand: never) => (item: Item) => boolean>> | undefined
}

export interface Together<Item> {
  readonly names: readonly string[]
  /** @param filter - The filter of the request, with some of the names. */
  create(filter: Members): (item: Item) => boolean
}
