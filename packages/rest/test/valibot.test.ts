import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { commonShapes, readTexts } from '../src/index.ts'
import { createSchema, createShapeReader, type Schema, type Side } from '../src/shapes.ts'
import { toValibot, toValibotObject } from '../src/valibot.ts'

const read = createShapeReader({
  ...readTexts(commonShapes),
  Body: 'name:s(1..5),kind?:"a|b",type?:"x|y"*,size?!:i(0..50),tags?:[s](1..2),until?:d~,cron?:s"^\\\\S+$""must be a cron expression"',
  Answer: 'key:k,state:"ACTIVE"*,parent?:s,count:n,status:(ok:b)|{}',
  Tree: 'name:s,children?:[Tree]',
  Any: '=(file?:x,big?:g,none?:z,more?:{u},key?:k)',
  Once: '*secret!:p,name:s',
})
const schema = (type: string, side: Side): Schema => createSchema(read(type), side)
const accepts = (type: string, side: Side, value: unknown): boolean => v.is(toValibot(schema(type, side)), value)

describe('a request', () => {
  test.each([
    [{ name: 'a' }, true],
    [{ name: 'a', kind: 'b', type: 'z', size: 50, tags: ['a'], until: null, cron: 'x' }, true],
    [{ name: 'a', until: new Date(0) }, true],
    [{ name: 'a', until: undefined, kind: undefined }, true],
    [{}, false],
    [{ name: '' }, false],
    [{ name: 'abcdef' }, false],
    [{ name: 'a', other: 1 }, false],
    [{ name: 'a', kind: 'c' }, false],
    [{ name: 'a', size: 51 }, false],
    [{ name: 'a', size: 1.5 }, false],
    [{ name: 'a', size: undefined }, false],
    [{ name: 'a', tags: [] }, false],
    [{ name: 'a', cron: 'a b' }, false],
  ])('of %o is accepted: %s, as by the schema itself', (value, expected) => {
    expect(accepts('Body', 'request', value)).toBe(expected)
    const own = schema('Body', 'request')['~standard'].validate(value)
    expect(own.issues === undefined).toBe(expected)
  })

  test('reports the pattern, and returns dates as text', () => {
    const { issues } = v.safeParse(toValibot(schema('Body', 'request')), { name: 'a', cron: 'a b' })
    expect(issues?.map(({ message }) => message)).toEqual(['must be a cron expression'])
    expect(v.parse(toValibot(schema('Body', 'request')), { name: 'a', until: new Date(0) })).toEqual({
      name: 'a',
      until: '1970-01-01T00:00:00.000Z',
    })
  })
})

test('A response may have unknown members, and its keys are returned as text', () => {
  const answer = { key: 7n, state: 'NEW', parent: null, count: 1.5, status: {}, more: 1 }
  expect(v.parse(toValibot(schema('Answer', 'response')), answer)).toEqual({ ...answer, key: '7' })
  expect(accepts('Answer', 'response', { ...answer, status: { ok: 1 } })).toBe(false)
  expect(accepts('Once', 'response', { secret: 'x', other: 1 })).toBe(true)
})

test('A type may be recursive', () => {
  expect(accepts('Tree', 'request', { name: 'a', children: [{ name: 'b', children: [] }] })).toBe(true)
  expect(accepts('Tree', 'request', { name: 'a', children: [{ name: 'b', children: [{}] }] })).toBe(false)
})

test('Every kind has a schema', () => {
  const value = { file: new Blob(['a']), big: 7n, none: null, more: { a: [1] }, key: '7' }
  expect(accepts('Any', 'request', value)).toBe(true)
  for (const name of Object.keys(value)) expect(accepts('Any', 'request', { ...value, [name]: 'x' })).toBe(false)
  expect(accepts('Search<(name?:TextFilter),"name">', 'request', { filter: { name: { $like: 'a*' } } })).toBe(true)
})

test('It is a valibot schema: pick from it and extend it', () => {
  const body = toValibotObject(schema('Body', 'request'))
  const form = v.object({ ...v.pick(body, ['name', 'size']).entries, confirmed: v.literal(true) })
  expect(v.is(form, { name: 'a', confirmed: true })).toBe(true)
  expect(v.is(form, { name: '', confirmed: true })).toBe(false)
  expect(Object.keys(v.partial(body).entries)).toEqual(Object.keys(body.entries))
  expect(() => toValibotObject(schema('s', 'request'))).toThrow('The schema does not describe an object')
  expectTypeOf(
    v.parse(toValibot(createSchema<{ name: string }>(read('Body'), 'request')), { name: 'a' }),
  ).toEqualTypeOf<{
    name: string
  }>()
})
