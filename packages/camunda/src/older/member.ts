/** The conditions of v2 that an older API supports, with its name for each; `dueDate.from` is a nested member. */
export type Operators = Readonly<Partial<Record<Operator, string>>>

export type Operator = '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like' | '$gt' | '$gte' | '$lt' | '$lte'

/** A member of a resource in the older API. The key in the table is its name in v2. */
export interface Member {
  /** Its name in the older API; undefined if that lacks it. */
  readonly name?: string | undefined
  /**
   * The conditions of the older API; false if it has none, `never` if v2 has none either. @defaultValue `{ $eq: name }`
   */
  readonly filter?: Operators | false | 'never' | undefined
  /**
   * Its name in a sort of the older API; false if it cannot be sorted by, `never` if it cannot in v2 either.
   * @defaultValue its name
   */
  readonly sort?: { readonly name: string } | false | 'never' | undefined
  /** True for a date and time, whose formats differ. */
  readonly date?: boolean | undefined
  /** Values with another name in the older API. */
  readonly words?: Readonly<Record<string, string>> | undefined
  /** Values that the older API lacks, with the first version that has them. */
  readonly newer?: Readonly<Record<string, string>> | undefined
  /** The first minor version whose older API has it: earlier ones ignore it in a filter and return everything. */
  readonly from?: number | undefined
  /** The first version that has the member or can filter by it. @defaultValue `8.8` */
  readonly since?: string | undefined
  /**
   * The value in a response if the older API sends none. @defaultValue `null` for members with a name, otherwise
   * undefined
   */
  readonly missing?: unknown
  /** For a member that combines several of the older API. */
  readonly read?: ((item: Readonly<Record<string, unknown>>) => unknown) | undefined
}

/** All members of a resource, in results and in filters. A new one in v2 must be added here. */
export type Members<Names extends string> = { readonly [Name in Names]-?: Member }

/** How a resource of v2 is served by one of an older API. */
export interface Translation {
  /** Name of the resource in v2, for messages. */
  readonly resource: string
  /** The older API, as `served` names it. */
  readonly api: 'operate' | 'tasklist'
  readonly members: Members<string>
  /** Where a search has its conditions: in its `filter`, or next to the page. */
  readonly conditions: 'filter' | 'body'
  /** True if a list of values can become several searches, because a search can begin after any item of another one. */
  readonly merges?: boolean | undefined
  /** Returns a date in the format of the older API's filters. */
  readonly writeDate: (moment: number) => string
  /** The older API's name for the size of a page. */
  readonly size: 'size' | 'pageSize'
  /** True if a page can be requested that ends before another one. */
  readonly backward?: boolean | undefined
  /** The default order, if that of the older API differs from v2's, which is by key. */
  readonly sort?: readonly object[] | undefined
}

/** A member with the same name in both APIs. */
export const same = (name: string, rest: Member = {}): Member => ({ name, ...rest })

/** A member that only v2 has. */
export const only = (since = '8.8', rest: Member = {}): Member => ({ since, ...rest })

/** Returns a member by its name in v2; undefined for a name that no version knows. */
export function memberOf({ members }: Translation, name: unknown): Member | undefined {
  return typeof name === 'string' && Object.hasOwn(members, name) ? members[name] : undefined
}
