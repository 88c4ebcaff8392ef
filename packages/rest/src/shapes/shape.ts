import type { Lifetime } from '../route.ts'

/** What a scalar is. All but the last eight are strings in JSON. */
export type ScalarKind =
  | 'text'
  | 'longText'
  | 'secret'
  | 'email'
  | 'date'
  | 'key'
  | 'number'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'bytes'
  | 'unknown'
  | 'ignored' // a filter member that the server accepts without effect
  | 'null'

/** Limits of a text's length, a number or the length of a list. */
export interface Limits {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

export interface ScalarShape extends Limits {
  readonly kind: ScalarKind
  /** Source of a regular expression that the text matches. */
  readonly pattern?: string | undefined
  /** Message for a text that does not match. */
  readonly message?: string | undefined
}

export interface EnumShape {
  readonly kind: 'enum'
  readonly values: readonly string[]
  /** Newer servers may send further values. */
  readonly open: boolean
  /** Values that not every supported version knows. */
  readonly lifetimes?: Readonly<Record<string, Lifetime>> | undefined
}

export interface ArrayShape extends Limits {
  readonly kind: 'array'
  readonly item: Shape
}

/** An object with any names. */
export interface RecordShape {
  readonly kind: 'record'
  readonly value: Shape
}

export interface UnionShape {
  readonly kind: 'union'
  readonly options: readonly Shape[]
}

export interface NullableShape {
  readonly kind: 'nullable'
  readonly shape: Shape
}

export interface Member extends Lifetime {
  readonly name: string
  readonly shape: Shape
  /**
   * `undefined` for a required member. `optional` may be missing or undefined, `exact` may be missing but not undefined.
   * `insisted` is required even in a lenient check of a request.
   */
  readonly presence?: 'optional' | 'exact' | 'insisted' | undefined
}

export interface ObjectShape {
  readonly kind: 'object'
  /** Name of its TypeScript interface. */
  readonly name?: string | undefined
  readonly members: readonly Member[]
  /** Never checked strictly: rejecting the response would lose a secret that the server returns only once. */
  readonly loose?: boolean | undefined
  /** No member at all, in every mode. */
  readonly empty?: boolean | undefined
}

/** The form of a value, as plain data: what checks, forms, docs and the emulator read. */
export type Shape = ScalarShape | EnumShape | ArrayShape | RecordShape | UnionShape | NullableShape | ObjectShape
