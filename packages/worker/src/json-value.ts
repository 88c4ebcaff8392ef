/**
 * Finds what JSON cannot represent, or would send as less than it is: a function, a map, an instance of a class, NaN, an
 * object that contains itself. A `bigint`, a date and members that are undefined are fine.
 *
 * @returns A problem that names the place, never the value; undefined if there is none.
 */
export function findJsonProblem(value: unknown, path = ''): string | undefined {
  return visit(value, path, [])
}

function visit(value: unknown, path: string, around: readonly object[]): string | undefined {
  const problem = (what: string): string => `\`${path}\` ${what}`
  if (typeof value === 'function' || typeof value === 'symbol') return problem(`is a ${typeof value}`)
  if (typeof value === 'number' && !Number.isFinite(value)) return problem('is not a finite number')
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? problem('is an invalid date') : undefined
  if (around.includes(value)) return problem('contains itself')
  if (!Array.isArray(value) && !isPlain(value)) {
    return problem('is an instance of a class, such as a map or an error: return a plain object')
  }
  const inside = [...around, value]
  for (const [name, member] of Object.entries(value)) {
    const found = visit(member, path ? `${path}.${name}` : name, inside)
    if (found) return found
  }
  return undefined
}

/** An object as literals and JSON make it, in any realm. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf')
}
