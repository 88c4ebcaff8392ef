import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operations as operateOperations } from '@x/operate/operations'
import { toValibot } from '@x/rest/valibot'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { damaged, fitting } from './arbitrary.ts'

const schemas = [...consoleOperations, ...modelerOperations, ...operateOperations].flatMap((operation) =>
  (['body', 'response'] as const).flatMap((part) => {
    const schema = operation[part]
    return schema ? [[operation.id, part, schema] as const] : []
  }),
)

test.each(schemas)('%s %s: valibot accepts what the schema accepts, and returns the same', (_, __, schema) => {
  const own = schema['~standard'].validate
  const converted = toValibot(schema)
  const fits = fitting(schema.shape).map((value) => [value] as const)
  const values = fc.oneof(fits, fitting(schema.shape).chain(damaged))
  fc.assert(
    fc.property(values, ([value]) => {
      const expected = own(value)
      const found = v.safeParse(converted, value)
      expect(found.success).toBe(expected.issues === undefined)
      if (found.success && !expected.issues) expect(found.output).toEqual(expected.value)
    }),
    { numRuns: 100 },
  )
})
