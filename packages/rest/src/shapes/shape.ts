import type { Lifetime } from '../route.ts'

/** Kinds of scalars. All but the last eight are strings in JSON. */
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

/** Limits of a string's length, a number, or an array's length. */
export interface Limits {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

export interface ScalarShape extends Limits {
  readonly kind: ScalarKind
  /** Source of a regular expression that the string must match. */
  readonly pattern?: string | undefined
  /** Message for a string that does not match. */
  readonly message?: string | undefined
}

export interface EnumShape {
  readonly kind: 'enum'
  readonly values: readonly string[]
  /** True if newer servers may send other values. */
  readonly open: boolean
  /** Values that not every supported version knows. */
  readonly lifetimes?: Readonly<Record<string, Lifetime>> | undefined
}

export interface ArrayShape extends Limits {
  readonly kind: 'array'
  readonly item: Shape
}

/** An object with arbitrary names. */
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
  /**
   * True if it is never checked strictly: rejecting the response would lose a secret that the server returns only once.
   */
  readonly loose?: boolean | undefined
  /** True if it must have no members, in every mode. */
  readonly empty?: boolean | undefined
}

/** The shape of a value as plain data, for checks, forms, docs and the emulator. */
export type Shape = ScalarShape | EnumShape | ArrayShape | RecordShape | UnionShape | NullableShape | ObjectShape
