import type { Member, Shape } from '@x/rest/shapes'

export type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>

/**
 * The path of a value in the input of an operation: the part (`params`, `body`, `query`), then members and positions.
 */
export type FieldPath = readonly (string | number)[]

/** Anything, written as JSON. */
export const ANYTHING: Shape = { kind: 'unknown' }

/** True for a plain object, which the fields of objects and records edit. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isRequired({ presence }: Pick<Member, 'presence'>): boolean {
  return presence === undefined || presence === 'insisted'
}

/**
 * Returns the shape to create controls for. Null is entered as JSON, and so is what only its type distinguishes from a
 * number.
 */
export function drawn(shape: Shape): Shape {
  if (shape.kind === 'nullable') return drawn(shape.shape)
  if (shape.kind !== 'union') return shape
  const options = shape.options.map(drawn).filter(({ kind }) => kind !== 'bigint' && kind !== 'null')
  return options.length === 1 ? (options[0] as Shape) : { kind: 'union', options }
}

/**
 * Whether the controls of this shape can show the value without loss. Other values are shown as JSON
 * instead. Text is accepted for a number, because the user may be typing.
 */
export function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'number':
    case 'integer':
      return typeof value === 'number' || typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'object':
    case 'record':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'union':
      return shape.options.some((option) => fits(option, value))
    case 'nullable':
      return fits(shape.shape, value)
    case 'text':
    case 'longText':
    case 'secret':
    case 'email':
    case 'date':
    case 'key':
    case 'enum':
      return typeof value === 'string'
    default:
      return true
  }
}
