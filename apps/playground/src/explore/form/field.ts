/** What a form asks for, told without schemas: plain data that a view can draw and a test can compare. */
export type Field =
  /** Text. `values` are the known ones of a list that may grow: others can be typed as well. */
  | { readonly kind: 'text'; readonly values?: readonly string[] | undefined; readonly isLong?: boolean | undefined }
  /** A 64-bit key, which is text from end to end so that it keeps its digits. */
  | { readonly kind: 'key' }
  /** A date as the API writes it: text, since it may carry a comparison or a rounding. */
  | { readonly kind: 'date' }
  | {
      readonly kind: 'number'
      readonly min?: number | undefined
      readonly max?: number | undefined
      readonly isInteger?: boolean | undefined
    }
  | { readonly kind: 'boolean' }
  /** One of a closed list. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  | { readonly kind: 'array'; readonly item: Field }
  /** Any names, with values of one kind. */
  | { readonly kind: 'record'; readonly value: Field }
  | { readonly kind: 'union'; readonly options: readonly Field[] }
  /** Anything: written as JSON. */
  | { readonly kind: 'json' }

export interface Member {
  readonly name: string
  readonly isRequired: boolean
  readonly field: Field
}

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

/** Where a value is in what an operation takes: its part (`params`, `body`, `query`), then members and positions. */
export type FieldPath = readonly (string | number)[]

/** True for a plain object, which is what an object or a record of a form edits. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Whether a form can show the value by this field without losing any of it. What does not fit is shown as JSON instead.
 * Text fits a number: somebody may be typing.
 */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'text':
    case 'key':
    case 'date':
    case 'choice':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' || typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'object':
    case 'record':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'union':
      return field.options.some((option) => fits(option, value))
    case 'json':
      return true
  }
}
