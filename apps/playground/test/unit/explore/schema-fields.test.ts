import { closed, key, openEnum, record, string } from '@x/rest/validation'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { apis, loadApi } from '../../../src/apis.ts'
import { exampleValue } from '../../../src/explore/example/example-value.ts'
import { emptyValue } from '../../../src/explore/form/edit.ts'
import type { Field } from '../../../src/explore/form/field.ts'
import { findIssues } from '../../../src/explore/form/issues.ts'
import { operationFields, schemaField } from '../../../src/explore/form/schema-fields.ts'
import { fillByHand } from '../support/fill-by-hand.ts'

const operations = (await Promise.all(apis.map(loadApi))).flatMap((api) => api.operations)
const withInput = operations.filter(({ takes }) => takes !== undefined)

describe('the form of an operation', () => {
  test.each(operations)('$id: asks for each path parameter', (operation) => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(operationFields(operation).params.map(({ name }) => name)).toEqual(inPath)
  })

  test.each(withInput)('$id: what is given in it passes the schema and comes back as it was', (operation) => {
    const { params, input } = operationFields(operation)
    if (!input) throw new TypeError('There is no form.')
    const given = {
      params: Object.fromEntries(params.map(({ name, field }) => [name, String(exampleValue(field, name))])),
      input: exampleValue(input.field, '', { includes: () => true }),
    }
    expect(findIssues(operation, given)).toEqual([])
    expect(fillByHand(input.field, emptyValue(input.field), given.input)).toEqual(given.input)
    // Nothing but what a server does not filter by is left to be written as JSON.
    const ignored = ['result', 'evaluatedInputs', 'evaluatedOutputs', 'flowNodeName']
    expect(jsonMembers(input.field).filter((name) => !ignored.includes(name))).toEqual([])
  })

  test.each(withInput)('$id: says what is missing, beside its field, when nothing is filled in', (operation) => {
    const { params, input } = operationFields(operation)
    const field = input?.field as Extract<Field, { kind: 'object' }>
    const required = field.members.filter((member) => member.isRequired && emptyValue(member.field) === undefined)
    const issues = findIssues(operation, { params: {}, input: emptyValue(field) })
    expect(issues).toEqual([
      ...params.map(({ name }) => ({ path: `params.${name}`, message: 'is required' })),
      ...required.map(({ name }) => ({ path: `${input?.part}.${name}`, message: 'is required' })),
    ])
  })
})

describe('the field of a schema', () => {
  test.each<[string, v.GenericSchema, Field]>([
    ['text', v.string(), { kind: 'text' }],
    ['text of a list that may grow', openEnum(['a', 'b']), { kind: 'text', values: ['a', 'b'] }],
    ['a closed list', v.picklist(['a', 'b']), { kind: 'choice', values: ['a', 'b'] }],
    ['a key', key(), { kind: 'key' }],
    ['a key to filter by', v.union([v.string(), v.bigint()]), { kind: 'key' }],
    [
      'a number with limits',
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
      { kind: 'number', min: 1, max: 9, isInteger: true },
    ],
    ['names of any kind', record(string()), { kind: 'record', value: { kind: 'text' } }],
    [
      'scalars, of which the text of a key is one',
      v.union([v.string(), v.number(), v.bigint()]),
      { kind: 'union', options: [{ kind: 'text' }, { kind: 'number' }] },
    ],
    [
      'an object, with dates by their names',
      closed({ startDate: v.optional(v.string()), name: v.string() }),
      {
        kind: 'object',
        members: [
          { name: 'startDate', isRequired: false, field: { kind: 'date' } },
          { name: 'name', isRequired: true, field: { kind: 'text' } },
        ],
      },
    ],
    ['anything else', v.instance(Date), { kind: 'json' }],
  ])('%s', (_, schema, field) => {
    expect(schemaField(schema)).toEqual(field)
  })
})

/** Names of members that are asked for as JSON. */
function jsonMembers(field: Field): readonly string[] {
  if (field.kind === 'array') return jsonMembers(field.item)
  if (field.kind !== 'object') return []
  return field.members.flatMap(({ name, field: member }) => (member.kind === 'json' ? [name] : jsonMembers(member)))
}
