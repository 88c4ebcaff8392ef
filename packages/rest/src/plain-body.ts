import { isPlainObject, notPlain } from './plain-object.ts'
import type { Check } from './resource.ts'
import { ValidationError } from './validation-error.ts'

/**
 * The check of a client without schemas: a body goes out as what it is, or not at all. JSON would make `{}` of a map or of
 * an instance with getters, and an empty filter finds everything.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export const checkPlain: Check = ({ id, takes }, part, value) => {
  const visit = (value: unknown, path: readonly string[], around: readonly unknown[]): void => {
    if (value instanceof Date && !Number.isNaN(value.getTime()) && path.length > 0) return
    const isFit = isPlainObject(value) || (path.length > 0 && Array.isArray(value))
    if (!isFit || around.includes(value)) {
      const message = isFit ? 'must not contain itself' : notPlain(value)
      throw new ValidationError(id, part, [{ path: path.join('.'), message }])
    }
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'object' && member !== null) visit(member, [...path, name], [...around, value])
    }
  }
  if (part === 'body' && takes?.includes('body')) visit(value, [], [])
  return value
}
