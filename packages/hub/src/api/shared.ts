import type { Conditions, DateInput, DateTime, Email, Int, OrderConditions, Sort } from '@x/rest'
import type { HubFile } from './files.ts'
import type { Folder } from './folders.ts'

/** The page of a search: how many items to skip, and how many to return. */
export interface PageRequest {
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
  /** Number of items to skip. @defaultValue `0` @minimum 0 */
  readonly from?: Int | undefined
}

/** A search without a filter: returns everything, in the order of the sort criteria. */
export interface SortedSearch<Field extends string> {
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<Field>[] | undefined
  readonly page?: PageRequest | undefined
}

/** A search: items must match all members of the filter, and are returned in the order of the sort criteria. */
export interface Search<Filter, Field extends string> extends SortedSearch<Field> {
  readonly filter?: Filter | undefined
}

/** A search that the server rejects without a filter. */
export interface FilteredSearch<Filter, Field extends string> extends SortedSearch<Field> {
  readonly filter: Filter
}

/**
 * One page of a search.
 *
 * @wire PageResponse
 */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Number of matching items. */
  readonly total: number
  /** False if more items match than the server counts. */
  readonly totalIsExact: boolean
}

/** A page as the server sends it. */
export interface PageResponse<Item> {
  readonly items: readonly Item[]
  readonly page: PageInfo
}

/** Number of matching items. */
export interface PageInfo {
  readonly totalItems: Int
  /** True if `totalItems` is only a lower bound. */
  readonly hasMoreTotalItems: boolean
}

/** The value itself, or conditions on it. */
export type ValueFilter<Value extends string> = Value | Conditions<Value>

/** The date and time itself, or conditions on it. */
export type DateTimeFilter = DateInput | DateTimeConditions

/** Conditions on a date and time; all must be met. */
export interface DateTimeConditions extends OrderConditions<DateInput> {
  readonly $notIn?: readonly DateInput[] | undefined
}

/** A user of the organization. */
export interface UserReference {
  readonly name: string
  readonly email: Email
}

/** Who created and last changed something, and when. */
export interface Changes {
  readonly created: DateTime
  readonly createdBy: UserReference
  readonly updated: DateTime
  readonly updatedBy: UserReference
}

/** Filter by who created and last changed something, and when. */
export interface ChangesFilter {
  readonly created?: DateTimeFilter | undefined
  readonly updated?: DateTimeFilter | undefined
  /** Email address. */
  readonly createdBy?: ValueFilter<string> | undefined
  /** Email address. */
  readonly updatedBy?: ValueFilter<string> | undefined
}

/** Who deleted something, and when. */
export interface Deletion {
  readonly deleted: DateTime
  readonly deletedBy: UserReference | null
}

/** The folders and files that something contains. */
export interface Content {
  readonly folders: readonly Folder[]
  readonly files: readonly HubFile[]
}
