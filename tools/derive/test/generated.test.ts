import { operations as consoleOperations } from '@x/console/operations'
import { operations as modelerOperations } from '@x/modeler/operations'
import { operations as operateOperations } from '@x/operate/operations'
import { operations as orchestrationOperations } from '@x/orchestration/operations'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generate } from '../src/generate.ts'
import { readPackage } from '../src/read-package.ts'
import { fitting } from './arbitrary.ts'

test('The generated files match the api files', () => {
  expect(generate({ check: true })).toEqual([])
})

const tables = {
  console: consoleOperations,
  modeler: modelerOperations,
  operate: operateOperations,
  orchestration: orchestrationOperations,
}

describe.each(Object.entries(tables))('%s', (name, operations) => {
  test('has a row for each method with @operation, at a unique path', () => {
    const methods = readPackage(name).flatMap(({ resource }) => resource?.operations ?? [])
    expect(operations.length).toBe(methods.length)
    const places = operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(places).size).toBe(operations.length)
  })

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s: the reader accepts what was written, and its schemas match the shapes',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z]\w+s?,? .*\.$/)
      const schemas = [operation.body, operation.form, operation.query, operation.response].filter(
        (schema) => schema !== undefined,
      )
      const takes = (operation.takes ?? []).filter((part) => operation[part] === undefined)
      expect(takes).toEqual([])
      for (const schema of [...schemas, ...Object.values(operation.params ?? {})]) {
        const accepts = (value: unknown): void => {
          expect(schema['~standard'].validate(value)).not.toHaveProperty('issues')
        }
        fc.assert(fc.property(fitting(schema.shape), accepts), { numRuns: 10 })
      }
    },
  )
})
