import type { Member, Shape } from '@x/rest/shapes'

export type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>

/** Where a value is in what an operation takes: its part (`params`, `body`, `query`), then members and positions. */
export type FieldPath = readonly (string | number)[]

/** Anything: written as JSON. */
export const ANYTHING: Shape = { kind: 'unknown' }

/** True for a plain object, which is what an object or a record of a form edits. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isRequired({ presence }: Pick<Member, 'presence'>): boolean {
  return presence === undefined || presence === 'insisted'
}

/** The shape that controls are made for. Null is given as JSON, and so is what only a type tells from a number. */
export function drawn(shape: Shape): Shape {
  if (shape.kind === 'nullable') return drawn(shape.shape)
  if (shape.kind !== 'union') return shape
  const options = shape.options.map(drawn).filter(({ kind }) => kind !== 'bigint' && kind !== 'null')
  return options.length === 1 ? (options[0] as Shape) : { kind: 'union', options }
}

/**
 * Whether a form can show the value by controls of this shape without losing any of it. What does not fit is shown as JSON
 * instead. Text fits a number: somebody may be typing.
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
