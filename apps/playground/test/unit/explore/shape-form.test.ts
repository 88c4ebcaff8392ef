import type { Operation, Shape } from '@x/rest/shapes'
import { createSchema } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { apis, loadOperations } from '../../../src/apis.ts'
import { argumentsOf } from '../../../src/calls/call.ts'
import { exampleValue } from '../../../src/explore/example/example-value.ts'
import { isWrittenAsJson } from '../../../src/explore/form/control-text.ts'
import { emptyValue } from '../../../src/explore/form/edit.ts'
import { findIssues, pathText } from '../../../src/explore/form/issues.ts'
import { operationFields } from '../../../src/explore/form/operation-input.ts'
import { drawn, type FieldPath, isRequired, type ShapeOf } from '../../../src/explore/form/shape.ts'
import { fillByHand } from '../support/fill-by-hand.ts'

const operations = (await Promise.all(apis.map(loadOperations))).flat()
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
      params: Object.fromEntries(params.map(({ name, shape }) => [name, String(exampleValue(shape, name))])),
      input: exampleValue(input.shape, '', { includes: ({ shape }) => shape.kind !== 'ignored' }),
    }
    expect(findIssues(operation, given)).toEqual([])
    expect(fillByHand(input.shape, emptyValue(input.shape), given.input)).toEqual(given.input)
    // Nothing is left to be written as JSON but what can be any JSON.
    expect(jsonMembers(input.shape)).toEqual(/^clusterVariables\.(create|update)/.test(operation.id) ? ['value'] : [])
  })

  test.each(withInput)('$id: says what is missing, beside its field, when nothing is filled in', (operation) => {
    const { params, input } = operationFields(operation)
    const shape = drawn(input?.shape as Shape)
    const issues = findIssues(operation, { params: {}, input: emptyValue(shape) })
    const paths = issues.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(params.map(({ name }) => `params.${name}`)))
    const left = missing(shape, input?.path ?? []).map(pathText)
    expect(paths).toEqual(expect.arrayContaining(left))
    for (const { path, message } of issues) if (left.includes(path)) expect(message).toBe('is required')
    // Where there is no choice of shapes, nothing else is said.
    if (!hasChoice(shape)) expect(issues).toHaveLength(params.length + left.length)
  })
})

/** The required members that an empty form has no value for. */
function missing(shape: Shape, path: FieldPath): readonly FieldPath[] {
  if (shape.kind !== 'object') return []
  return shape.members.filter(isRequired).flatMap((member) => {
    const inner = drawn(member.shape)
    const place = [...path, member.name]
    return emptyValue(inner) === undefined ? [place] : missing(inner, place)
  })
}

/** True if a required part can have one of several shapes, or needs items: what is missing then is said at the part. */
function hasChoice(shape: Shape): boolean {
  if (shape.kind === 'object')
    return shape.members.some((member) => isRequired(member) && hasChoice(drawn(member.shape)))
  return shape.kind === 'union' || shape.kind === 'array'
}

describe('an operation with a body and a query', () => {
  const schema = (name: string, presence?: 'optional') =>
    createSchema(
      { kind: 'object', members: [{ name, shape: { kind: 'integer', max: 9 }, ...(presence && { presence }) }] },
      'request',
    )
  const operation: Operation = {
    id: 'things.update',
    method: 'POST',
    path: '/things/{thingId}',
    summary: 'Updates things.',
    takes: ['body', 'query'],
    params: { thingId: createSchema({ kind: 'text' }, 'request') },
    body: schema('count'),
    query: schema('limit', 'optional'),
  }

  test('has both in one form, and names the part of what is wrong', () => {
    const shape = operationFields(operation).input?.shape as ShapeOf<'object'>
    expect(shape.members.map((member) => [member.name, isRequired(member)])).toEqual([
      ['body', true],
      ['query', false],
    ])
    const given = { params: { thingId: 'a' }, input: { body: { count: 10 }, query: { limit: 10 } } }
    expect(findIssues(operation, given).map(({ path }) => path)).toEqual(['body.count', 'query.limit'])
    expect(findIssues(operation, { params: { thingId: 'a' }, input: { body: { count: 1 } } })).toEqual([])
  })

  test('passes them to the client one after the other', () => {
    const input = { query: { limit: 1 }, body: { count: 2 } }
    expect(argumentsOf(operation, { params: { thingId: 'a' }, input })).toEqual(['a', { count: 2 }, { limit: 1 }])
    expect(argumentsOf(operation, { params: { thingId: 'a' } })).toEqual(['a', undefined, undefined])
  })
})

describe('the shape that controls are made for', () => {
  test.each<[string, Shape, Shape]>([
    ['text that may be null', { kind: 'nullable', shape: { kind: 'text' } }, { kind: 'text' }],
    [
      'scalars, of which a bigint is given as JSON',
      { kind: 'union', options: [{ kind: 'text' }, { kind: 'number' }, { kind: 'bigint' }, { kind: 'null' }] },
      { kind: 'union', options: [{ kind: 'text' }, { kind: 'number' }] },
    ],
    [
      'a key or null',
      { kind: 'union', options: [{ kind: 'nullable', shape: { kind: 'key' } }, { kind: 'null' }] },
      { kind: 'key' },
    ],
  ])('%s', (_, shape, expected) => {
    expect(drawn(shape)).toEqual(expected)
  })
})

/** Names of members that are asked for as JSON. */
function jsonMembers(shape: Shape): readonly string[] {
  if (shape.kind === 'array') return jsonMembers(shape.item)
  if (shape.kind !== 'object') return []
  return shape.members.flatMap(({ name, shape: member }) =>
    member.kind !== 'ignored' && isWrittenAsJson(drawn(member).kind) ? [name] : jsonMembers(drawn(member)),
  )
}
