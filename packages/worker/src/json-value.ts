const mostLevels = 500

/** Maximum length of a path in a message. */
const longestPath = 200

/**
 * Finds a value that JSON cannot represent, or would send incomplete: a function, a map, an instance of a class, NaN,
 * an object that contains itself. `bigint`, dates and undefined members are fine.
 *
 * @returns The problem with its path, never with the value; undefined if there is none.
 */
export function findJsonProblem(value: unknown, path = ''): string | undefined {
  return visit(value, path, [])
}

function visit(value: unknown, path: string, around: readonly object[]): string | undefined {
  const problem = (what: string): string => `\`${shorten(path)}\` ${what}`
  if (typeof value === 'function' || typeof value === 'symbol') return problem(`is a ${typeof value}`)
  if (typeof value === 'number' && !Number.isFinite(value)) return problem('is not a finite number')
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? problem('is an invalid date') : undefined
  if (around.includes(value)) return problem('contains itself')
  // Servers accept at most a thousand.
  if (around.length >= mostLevels) return problem(`is nested deeper than ${mostLevels} levels`)
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

function shorten(path: string): string {
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path
}

/** True for a plain object of any realm. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf')
}
