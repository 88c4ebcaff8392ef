import { isPlainObject, notPlain } from './plain-object.ts'

/** A value that JSON cannot represent, or would change silently. */
export interface Loss {
  /** From the inside out: it grows while the recursion returns. */
  readonly path: string[]
  readonly message: string
}

export const tooDeep = 'is too large or too deep for JSON'

/** True for values that JSON leaves out or turns into `null`. */
export function isLost(value: unknown): boolean {
  if (typeof value === 'number' || value instanceof Date) return !Number.isFinite(+value)
  return /^(undefined|function|symbol)$/.test(typeof value)
}

/**
 * Returns the first part of a value that JSON would lose: it turns a map into `{}` and `NaN` into `null`, and drops
 * functions. An undefined member counts as left out.
 */
export function findLoss(value: unknown): Loss | undefined {
  try {
    return visit(value, new Set())
  } catch {
    // The stack is not large enough, nor would it be for `JSON.stringify`.
    return { path: [], message: tooDeep }
  }
}

function visit(value: unknown, around: Set<unknown>): Loss | undefined {
  const refuse = (message: string): Loss => ({ path: [], message })
  if (isLost(value)) return refuse('cannot be represented in JSON')
  if (Object(value) !== value || value instanceof Date) return undefined
  const isList = Array.isArray(value)
  if (!isList && !isPlainObject(value)) return refuse(notPlain)
  if (around.has(value)) return refuse('must not contain itself')
  around.add(value)
  for (const [name, member] of Object.entries(value as object)) {
    const loss = member === undefined && !isList ? undefined : visit(member, around)
    loss?.path.push(name)
    if (loss) return loss
  }
  around.delete(value)
  return undefined
}
