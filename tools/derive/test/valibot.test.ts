import { readOperations } from '@x/rest/shapes'
import { toValibot } from '@x/rest/valibot'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { table as consoleTable } from '../../../packages/console/src/generated/table.ts'
import { table as modelerTable } from '../../../packages/modeler/src/generated/table.ts'
import { table as operateTable } from '../../../packages/operate/src/generated/table.ts'
import { damaged, fitting } from './arbitrary.ts'

const schemas = [consoleTable, modelerTable, operateTable].flatMap(readOperations).flatMap((operation) =>
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
