import type { DateInput, Int } from './api-types.ts'

/** One sort criterion. */
export interface Sort<Field extends string> {
  readonly field: Field
  /** @defaultValue `'ASC'` */
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** The page of a search: `after` or `before` the cursor of another page, or `from` a number of items on. */
export interface PageRequest {
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
  /** Number of items to skip, up to 10,000. @minimum 0 */
  readonly from?: Int | undefined
  /** The `endCursor` of the previous page. */
  readonly after?: string | undefined
  /** The `startCursor` of the next page. */
  readonly before?: string | undefined
}

/** A search: items must match all members of the filter, and are returned in the order of the sort criteria. */
export interface Search<Filter, Field extends string> {
  readonly filter?: Filter | undefined
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<Field>[] | undefined
  readonly page?: PageRequest | undefined
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
  /** Pass it as `page.before` to request the previous page; `null` if the server does not page. */
  readonly startCursor: string | null
  /** Pass it as `page.after` to request the next page; `null` if the server does not page. */
  readonly endCursor: string | null
}

/** A page as the server sends it. */
export interface PageResponse<Item> {
  readonly items: readonly Item[]
  readonly page: PageInfo
}

/** The paging data of a response. */
export interface PageInfo {
  readonly totalItems: Int
  readonly hasMoreTotalItems: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** Conditions on a value; all must be met. */
export interface Conditions<Value> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly Value[] | undefined
  readonly $notIn?: readonly Value[] | undefined
}

/** Conditions on a value with an order; all must be met. */
export interface OrderConditions<Value> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $gt?: Value | undefined
  readonly $gte?: Value | undefined
  readonly $lt?: Value | undefined
  readonly $lte?: Value | undefined
  readonly $in?: readonly Value[] | undefined
}

/** Conditions on a string; all must be met. */
export interface TextConditions extends Conditions<string> {
  /** `*` matches any characters, `?` exactly one. */
  readonly $like?: string | undefined
}

/** Conditions on a value of an enumeration; all must be met. */
export interface EnumConditions<Value extends string> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly Value[] | undefined
  /** `*` matches any characters, `?` exactly one. */
  readonly $like?: string | undefined
}

/** The string itself, or conditions on it. */
export type TextFilter = string | TextConditions

/** The key itself, or conditions on it. */
export type KeyFilter<KeyOf extends string> = KeyOf | Conditions<KeyOf>

/** The value itself, or conditions on it. */
export type EnumFilter<Value extends string> = Value | EnumConditions<Value>

/** The date and time itself, or conditions on it. */
export type DateFilter = DateInput | OrderConditions<DateInput>

/** The number itself, or conditions on it. */
export type NumberFilter = Int | OrderConditions<Int>
