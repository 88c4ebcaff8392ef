import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operations as operateOperations } from '@x/operate/operations'
import { type Part, ValidationError } from '@x/rest'
import { createCheck, readOperations, type Shape } from '@x/rest/shapes'
import { createCheck as createOldCheck } from '@x/rest/validation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { table as consoleTable } from '../../../packages/console/src/generated/table.ts'
import { table as modelerTable } from '../../../packages/modeler/src/generated/table.ts'
import { table as operateTable } from '../../../packages/operate/src/generated/table.ts'
import { damaged, fitting } from './arbitrary.ts'

// The proof that the new checker decides as the schemas of today do. It goes when these go.

interface Verdict {
  readonly value?: unknown
  readonly paths?: readonly string[]
}

type Check = NonNullable<ReturnType<typeof createCheck>>

function verdict(check: Check, route: Parameters<Check>[0], part: Part, value: unknown): Verdict {
  try {
    return { value: check(route, part, value) }
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return { paths: error.issues.map(({ path }) => path).toSorted() }
  }
}

/** Whether the value has something that the new checker decides on purpose otherwise. */
function isDecidedAnew(shape: Shape, value: unknown, part: Part, strict: boolean): boolean {
  const inside = (shape: Shape, value: unknown): boolean => isDecidedAnew(shape, value, part, strict)
  switch (shape.kind) {
    case 'object':
      // A list is no object, and an unknown name is rejected wherever it is in a request.
      if (Array.isArray(value) || typeof value !== 'object' || value === null) return Array.isArray(value)
      // Strict mode does not reach into a response with a secret that is shown once.
      if (shape.loose && strict && 'links' in value) return true
      if (
        part === 'body' &&
        shape.name === 'PathElement' &&
        Object.keys(value).some((name) => !/^(id|name)$/.test(name))
      )
        return true
      return shape.members.some(
        ({ name, shape }) => name in value && inside(shape, (value as Record<string, unknown>)[name]),
      )
    case 'array':
      return Array.isArray(value) && value.some((item) => inside(shape.item, item))
    case 'record':
      return (
        Array.isArray(value) ||
        (typeof value === 'object' && value !== null && Object.values(value).some((item) => inside(shape.value, item)))
      )
    case 'nullable':
      return inside(shape.shape, value)
    case 'union':
      // Outside of JSON: an item of a list that is undefined.
      if (value === undefined) return true
      return shape.options.some((option) => inside(option, value))
    case 'key':
      // A number that is exact is accepted as a key in filters too.
      return part === 'body' && typeof value === 'number'
    case 'integer':
      // Strict mode holds whole numbers of responses to be whole.
      return part === 'response' && strict && typeof value === 'number' && !Number.isInteger(value)
    case 'number':
      return typeof value === 'string'
    default:
      return false
  }
}

const isUnion = (shape: Shape): boolean => JSON.stringify(shape, (_, value) => value)?.includes('"union"') ?? false

describe.each([
  ['console', consoleOperations, consoleTable],
  ['modeler', modelerOperations, modelerTable],
  ['operate', operateOperations, operateTable],
] as const)('%s', (_, operations, table) => {
  const derived = readOperations(table)
  describe.each(['lenient', 'strict'] as const)('%s', (mode) => {
    const before = createOldCheck(operations, mode) as Check
    const now = createCheck(table.resources, mode) as Check
    const parts = derived.flatMap((operation) =>
      (['body', 'query', 'response'] as const).flatMap((part) => {
        const schema = operation[part]
        return schema ? [[operation.id, part, schema.shape] as const] : []
      }),
    )

    test.each(parts)('%s %s: what fits passes, and comes out the same', (id, part, shape) => {
      const route = derived.find((operation) => operation.id === id) as unknown as Parameters<Check>[0]
      fc.assert(
        fc.property(fitting(shape), (value) => {
          const found = verdict(now, route, part, value)
          expect(found.paths).toBeUndefined()
          expect(found).toEqual(verdict(before, route, part, value))
        }),
        { numRuns: 40 },
      )
    })

    test.each(parts)('%s %s: what is damaged fails at the same places', (id, part, shape) => {
      const route = derived.find((operation) => operation.id === id) as unknown as Parameters<Check>[0]
      fc.assert(
        fc.property(fitting(shape).chain(damaged), ([value]) => {
          fc.pre(value !== undefined && !isDecidedAnew(shape, value, part, mode === 'strict'))
          const expected = verdict(before, route, part, value)
          const found = verdict(now, route, part, value)
          // Of a union the new checker names the member, the old one the union.
          if (isUnion(shape) && expected.paths && found.paths) return
          expect(found).toEqual(expected)
        }),
        { numRuns: 120 },
      )
    })
  })
})
