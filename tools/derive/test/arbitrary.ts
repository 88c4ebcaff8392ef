import type { Shape } from '@x/rest/shapes'
import fc from 'fast-check'

/** Creates values that fit a shape, as JSON can represent them. */
export function fitting(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'object': {
      const required = shape.members.filter(({ presence }) => presence === undefined || presence === 'insisted')
      return fc.record(Object.fromEntries(shape.members.map((member) => [member.name, fitting(member.shape)])), {
        requiredKeys: required.map(({ name }) => name),
      })
    }
    case 'array':
      return fc.array(fitting(shape.item), { minLength: shape.min ?? 0, maxLength: Math.min(shape.max ?? 3, 3) })
    case 'record':
      return fc.dictionary(fc.string(), fitting(shape.value), { maxKeys: 3, noNullPrototype: true })
    case 'union':
      return fc.oneof(...shape.options.map(fitting))
    case 'nullable':
      return fc.option(fitting(shape.shape))
    case 'enum':
      return fc.constantFrom(...shape.values)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'bigint':
      return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)
    case 'number':
    case 'integer':
      return fc.integer({ min: shape.min ?? -1000, max: shape.max ?? 1_000_000 })
    case 'key':
      return fc.bigInt(1n, 2n ** 63n - 1n).map(String)
    case 'unknown':
    case 'ignored':
      return fc.jsonValue()
    case 'bytes':
      return fc.string().map((text) => new Blob([text]))
    case 'date':
      if (shape.pattern) return fc.constantFrom('2026-11-20T08:15:00Z', '>=2026-11-20T08:15:00Z||/d')
      return fc
        .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString())
    default:
      if (shape.pattern?.includes('\\S+')) return fc.constant('0 3 * * *')
      if (shape.pattern && new RegExp(shape.pattern).test('tag:1')) return fc.constant('tag:1')
      return fc.string({ minLength: shape.min ?? 0, maxLength: Math.min(shape.max ?? 20, 300) })
  }
}

const replacements = ['', 'x', 'x'.repeat(300), 7, 1.5, -1, true, {}, { x: 1 }, 'ACTIVE', '12', undefined]

/**
 * The value with one change somewhere: a member replaced, renamed, added or removed. Wrapped in an array, since
 * fast-check adds a hidden member to the values of a mapped stream.
 */
export function damaged(value: unknown): fc.Arbitrary<readonly [unknown]> {
  return fc.infiniteStream(fc.nat()).map((numbers) => {
    const next = (limit: number): number => (numbers.next().value ?? 0) % limit
    const change = (current: unknown, depth: number): unknown => {
      if (typeof current !== 'object' || current === null || (depth > 0 && next(4) === 0)) {
        return replacements[next(replacements.length)]
      }
      if (Array.isArray(current)) {
        const index = next(current.length + 1)
        return current.length === 0
          ? [replacements[next(replacements.length)]]
          : current.with(index % current.length, change(current[index % current.length], depth + 1))
      }
      const names = Object.keys(current)
      const how = next(4)
      if (names.length === 0 || how === 0) return { ...current, [`${names[0] ?? 'x'}x`]: 1 }
      const name = names[next(names.length)] as string
      const { [name]: member, ...rest } = current as Record<string, unknown>
      if (how === 1) return rest
      return { ...rest, [name]: change(member, depth + 1) }
    }
    return [change(value, 0)] as const
  })
}
