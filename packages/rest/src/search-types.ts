import type { DateInput, Int } from './api-types.ts'

/** One sort criterion. */
export interface Sort<Field extends string> {
  readonly field: Field
  /** @defaultValue `'ASC'` */
  readonly order?: 'ASC' | 'DESC' | undefined
}

/** Which page of a search: by `after` or `before` a cursor of another page, or by the number of items `from` the start. */
export interface PageRequest {
  /** Items on a page. @defaultValue the server's `100` @minimum 1 */
  readonly limit?: Int | undefined
  /** Number of items to skip, up to 10,000. @minimum 0 */
  readonly from?: Int | undefined
  /** The `endCursor` of the page before. */
  readonly after?: string | undefined
  /** The `startCursor` of the page after. */
  readonly before?: string | undefined
}

/** What to search for: the items that match all of the filter, in the order of the sort criteria. */
export interface Search<Filter, Field extends string> {
  readonly filter?: Filter | undefined
  /** Criteria in order of weight. */
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
  /** How many items match. */
  readonly total: number
  /** False where more items match than the server counts. */
  readonly totalIsExact: boolean
  /** Pass it as `page.before` to request the previous page; `null` where the server does not page. */
  readonly startCursor: string | null
  /** Pass it as `page.after` to request the next page; `null` where the server does not page. */
  readonly endCursor: string | null
}

/** A page as the server sends it. */
export interface PageResponse<Item> {
  readonly items: readonly Item[]
  readonly page: PageInfo
}

/** The place of a page among the others. */
export interface PageInfo {
  readonly totalItems: Int
  readonly hasMoreTotalItems: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** Conditions on a value; all of them must hold. */
export interface Conditions<Value> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly Value[] | undefined
  readonly $notIn?: readonly Value[] | undefined
}

/** Conditions on a value that has an order; all of them must hold. */
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

/** Conditions on a text; all of them must hold. */
export interface TextConditions extends Conditions<string> {
  /** `*` matches any characters, `?` exactly one. */
  readonly $like?: string | undefined
}

/** Conditions on a value of an enumeration; all of them must hold. */
export interface EnumConditions<Value extends string> {
  readonly $eq?: Value | undefined
  readonly $neq?: Value | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly Value[] | undefined
  /** `*` matches any characters, `?` exactly one. */
  readonly $like?: string | undefined
}

/** The text itself, or conditions on it. */
export type TextFilter = string | TextConditions

/** The key itself, or conditions on it. */
export type KeyFilter<KeyOf extends string> = KeyOf | Conditions<KeyOf>

/** The value itself, or conditions on it. */
export type EnumFilter<Value extends string> = Value | EnumConditions<Value>

/** The date and time itself, or conditions on it. */
export type DateFilter = DateInput | OrderConditions<DateInput>

/** The number itself, or conditions on it. */
export type NumberFilter = Int | OrderConditions<Int>
