import type { Member, ObjectShape, ScalarShape, Shape } from './shape.ts'

/** A member of an object, with precomputed checks. */
export interface MemberPlan extends Member {
  /** The type of a value that needs no further check: with limits, and without. */
  readonly limited: QuickType
  readonly free: QuickType
  readonly isNullable: boolean
}

/** A result of `typeof`, or `key` for a string whose digits must be checked. */
type QuickType = 'string' | 'number' | 'boolean' | 'key' | undefined

const plans = new WeakMap<ObjectShape, readonly MemberPlan[]>()

/** Returns the plan of an object, which is created once. */
export function planOf(object: ObjectShape): readonly MemberPlan[] {
  const known = plans.get(object)
  if (known) return known
  const plan = object.members.map((member): MemberPlan => {
    const { name, presence, since, until, shape } = member
    // A member that not every server knows must be checked.
    const limited = since || until ? undefined : quickType(shape, true)
    // All have the same members, which is read faster.
    return {
      name,
      presence,
      since,
      until,
      shape,
      limited,
      free: quickType(shape, false),
      isNullable: shape.kind === 'nullable',
    }
  })
  plans.set(object, plan)
  return plan
}

function quickType(shape: Shape, isLimited: boolean): QuickType {
  const { kind } = shape
  if (kind === 'nullable') return quickType(shape.shape, isLimited)
  if (kind === 'boolean' || kind === 'key') return kind
  const isNumber = /^(number|integer)$/.test(kind)
  if (!isNumber && !/^(text|longText|secret|email|date|enum)$/.test(kind)) return undefined
  const { min, max, pattern } = shape as ScalarShape
  const hasLimits = isNumber || /^(date|enum)$/.test(kind) || (min ?? max ?? pattern) !== undefined
  return isLimited && hasLimits ? undefined : isNumber ? 'number' : 'string'
}
