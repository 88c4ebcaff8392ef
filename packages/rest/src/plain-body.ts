import { isPlainObject, notPlain } from './plain-object.ts'
import type { Check } from './resource.ts'
import { refusePart } from './validation-error.ts'

/**
 * The check of a client without schemas: a body goes out as what it is, or not at all. JSON would make `{}` of a map or of
 * an instance with getters, and an empty filter finds everything.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export const checkPlain: Check = ({ id, takes, list }, part, value) => {
  const refuse = (path: readonly string[], message: string): never => refusePart(id, part, path.join('.'), message)
  const visit = (value: unknown, path: readonly string[], around: readonly unknown[]): void => {
    if (value instanceof Date && path.length > 0) {
      if (Number.isNaN(value.getTime())) refuse(path, 'must be a valid date')
      return
    }
    const isRoot = path.length === 0
    if (isRoot && list && !Array.isArray(value)) refuse(path, 'must be an array')
    if (!isPlainObject(value) && !(Array.isArray(value) && (list || !isRoot))) refuse(path, notPlain)
    if (around.includes(value)) refuse(path, 'must not contain itself')
    for (const [name, member] of Object.entries(value as object)) {
      if (typeof member === 'object' && member !== null) visit(member, [...path, name], [...around, value])
    }
  }
  if (part === 'body' && takes?.includes('body')) visit(value, [], [])
  return value
}
