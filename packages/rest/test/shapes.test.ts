import { describe, expect, test } from 'vitest'
import { commonShapes, type Part, type Route, readTexts, ValidationError, type ValidationMode } from '../src/index.ts'
import {
  createCheck,
  createSchema,
  createShapeReader,
  type ResourceTable,
  type ResourceTables,
  readOperations,
  type Side,
} from '../src/shapes.ts'

const texts = {
  ...readTexts(commonShapes),
  State: '="ACTIVE|SUSPENDED@8.10|OLD@-8.9^"*',
  Instance: 'key:k,state:State,startDate:d,tags:[s],parentKey?:k,endDate?:d~,withLease?@8.10:b',
  Filter: 'state?:EnumFilter<State>,key?:KeyFilter<k>,name?:TextFilter,startDate?:DateFilter,$or?:[Filter]',
  SortField: '="key|startDate"',
  Created: '*clientId!:s,clientSecret!:p,name:s,links:Links',
  Links: 'zeebe?:s',
  Base: 'id:s,kind:"a|b"',
  Derived: 'name:s(1..3),...Base',
  Schedule: 'cron:s"^\\\\S+ \\\\S+$""must be a cron expression",size?:i(1..1000),steps?:n(0..),items?:[s](1..2)',
  Feature: 'status:Status|{}',
  Status: 'spec:(name:s),conditions:[u]',
  Part: 'file:x,files?:[x],name?:s',
  Choice: '=ById|ByKey',
  ById: 'id:s,version?:i',
  ByKey: 'key:k,version?:i',
  Wait: '=JobWait|TimerWait',
  JobWait: 'type:"JOB",jobKey?:k',
  TimerWait: 'type:"TIMER",definitionKey:k',
  Insisted: 'revision!:i,name:s,exact?!:s',
}
const read = createShapeReader(texts)

function issues(type: string, value: unknown, side: Side = 'request'): Record<string, string> {
  const result = createSchema(read(type), side)['~standard'].validate(value)
  return Object.fromEntries((result.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

function output(type: string, value: unknown, side: Side = 'response'): unknown {
  const result = createSchema(read(type), side)['~standard'].validate(value)
  if (result.issues) throw new Error(JSON.stringify(result.issues))
  return result.value
}

test.each([
  ['s', 7, 'must be a string'],
  ['s(1..)', '', 'must be a string that is not empty'],
  ['s(1..255)', 'x'.repeat(256), 'must be a string of 1 to 255 characters'],
  ['s(..150)', 'x'.repeat(151), 'must be a string of at most 150 characters'],
  ['n', '7', 'must be a number'],
  ['n', Number.NaN, 'must be a number'],
  ['i', 1.5, 'must be a whole number'],
  ['i(1..1000)', 0, 'must be a whole number from 1 to 1000'],
  ['i(0..)', -1, 'must be a whole number of at least 0'],
  ['b', 'true', 'must be true or false'],
  ['k', '12x', 'must be a key: its digits as a string, for example "2251799813685254"'],
  ['k', '', 'must be a key: its digits as a string, for example "2251799813685254"'],
  ['k', '12345678901234567890', 'must be a key: its digits as a string, for example "2251799813685254"'],
  ['k', 2 ** 53, 'must be a key: its digits as a string, for example "2251799813685254"'],
  ['"a|b"', 'other', 'must be one of a, b'],
  ['"ACTIVE|DONE"', 'active', 'must be one of ACTIVE, DONE. Did you mean "ACTIVE"?'],
  ['Base', new Map(), 'must be a plain object'],
  ['Base', Object.create({ id: '1' }), 'must be a plain object'],
  ['{u}', new URL('https://example.com'), 'must be a plain object'],
  ['n', Number.POSITIVE_INFINITY, 'must be a number'],
  ['[s]', 's', 'must be an array'],
  ['[s](1..2)', [], 'must be an array of 1 to 2 items'],
  ['{s}', [], 'must be a plain object'],
  ['Base', [], 'must be a plain object'],
  ['Base', null, 'must be a plain object'],
  ['{}', { a: 1 }, undefined],
  ['s|n', true, 'must be a string or a number'],
  ['x', 'text', 'must be a Blob or File'],
  ['s~', 7, 'must be a string'],
  ['z', 0, 'must be null'],
  ['g', 7, 'must be a bigint'],
  ['d', new Date(Number.NaN), 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['d', 'yesterday', 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['d', '', 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['d', '11/20/2026', 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['d', '2026-13-01T00:00:00Z', 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['d', '2026-11-20 08:15', 'must be a date and time, such as 2026-11-20T08:15:00Z'],
  ['(at:d)', { at: 'yesterday' }, 'must be a date and time, such as 2026-11-20T08:15:00Z'],
])('%s rejects %o: %s', (type, value, message) => {
  expect(Object.values(issues(type, value))).toEqual(message ? [message] : [expect.any(String)])
})

test.each([
  ['s', ''],
  ['s~', null],
  ['k', 7n],
  ['k', -7],
  ['k', '9223372036854775807'],
  ['"a|b"*', 'c'],
  ['x', new Blob(['a'])],
  ['d', '2026-11-20T08:15:00Z'],
  ['d', '2026-11-20T08:15:00.000+0000'],
  ['d', '2026-11-20'],
  ['d', '2026-11-20T08:15:00.000+0000||/d'],
  ['Base', { id: '1', kind: 'a', other: undefined }],
  ['{[i]}', JSON.parse('{ "any": [1], "__proto__": [2] }')],
  ['u', undefined],
  ['s|n|z', null],
])('%s accepts %o unchanged', (type, value) => {
  expect(output(type, value, 'request')).toBe(value)
})

describe('an object', () => {
  test('reports where, and what was probably meant', () => {
    expect(issues('Search<Filter,SortField>', { filter: { stat: 'ACTIVE' } })).toEqual({
      'filter.stat': 'is not a known member. Did you mean "state"?',
    })
    expect(issues('Search<Filter,SortField>', { filter: { key: { $in: ['1', 2.5] } } })).toEqual({
      'filter.key.$in.1': 'must be a key: its digits as a string, for example "2251799813685254"',
    })
    expect(issues('Search<Filter,SortField>', { filter: { key: { $notInn: ['1'] } } })).toEqual({
      'filter.key.$notInn': 'is not a known member. Did you mean "$notIn"?',
    })
    expect(issues('Search<Filter,SortField>', { sort: [{ field: 'state' }], page: { limit: 0 } })).toEqual({
      'sort.0.field': 'must be one of key, startDate',
      'page.limit': 'must be a whole number from 1 to 10000',
    })
  })

  test('of a recursive type is checked at any depth', () => {
    expect(issues('Filter', { $or: [{ $or: [{ name: { $like: '*a' } }, { $or: 7 }] }] })).toEqual({
      '$or.0.$or.1.$or': 'must be an array',
    })
  })

  test('of a response may have unknown members, and keeps them', () => {
    expect(output('Base', { id: '1', kind: 'c', extra: 7 })).toEqual({ id: '1', kind: 'c', extra: 7 })
  })

  test('may lack optional members; null in a response counts as missing', () => {
    const value = { key: '1', state: 'ACTIVE', startDate: '', tags: [] }
    expect(output('Instance', value)).toBe(value)
    expect(output('Instance', { ...value, parentKey: null, endDate: null })).toEqual({
      ...value,
      parentKey: undefined,
      endDate: null,
    })
    expect(issues('Instance', { ...value, parentKey: null })).toHaveProperty('parentKey')
    expect(issues('Instance', { ...value, startDate: null }, 'response')).toHaveProperty('startDate')
  })

  test('is not changed: converted values are in a copy', () => {
    const value = Object.freeze({ key: 7, state: 'NEW', startDate: '', tags: Object.freeze(['a']) })
    expect(output('Instance', value)).toEqual({ ...value, key: '7' })
    expect(value.key).toBe(7)
    expect(output('[Instance]', Object.freeze([value]))).toEqual([{ ...value, key: '7' }])
  })

  test('that extends another has its members, too', () => {
    expect(issues('Derived', { name: 'abcd', kind: 'other' })).toEqual({
      name: 'must be a string of 1 to 3 characters',
      id: 'is required',
      kind: 'must be one of a, b',
    })
  })

  test('is not confused by the names of inherited members', () => {
    expect(issues('Base', { id: '1', kind: 'a', constructor: 1 })).toHaveProperty('constructor')
    expect(issues('Base', JSON.parse('{"id":"1","kind":"a","__proto__":1}'))).toHaveProperty('__proto__')
  })
})

test('A Date in a request is written as a string', () => {
  expect(output('DateFilter', { $gt: new Date(0) }, 'request')).toEqual({ $gt: '1970-01-01T00:00:00.000Z' })
})

test('A union reports the closest of its options', () => {
  expect(issues('Choice', { id: '1', version: 'x' })).toEqual({ version: 'must be a whole number' })
  expect(issues('Choice', { key: 'x' })).toEqual({ key: expect.stringContaining('must be a key') })
  expect(issues('Choice', 7)).toEqual({ '': 'must be a plain object' })
  expect(issues('Feature', { status: { spec: { name: 7 }, conditions: [] } }, 'response')).toEqual({
    'status.spec.name': 'must be a string',
  })
  expect(issues('Feature', { status: {} }, 'response')).toEqual({})
})

test('A union in a request rejects combinations of members that no option has', () => {
  expect(issues('Choice', { id: '1', key: '2', version: 1 })).toEqual({ key: 'does not go with the other members' })
  expect(issues('Choice', { key: '2', id: '1' })).toEqual({ key: 'does not go with the other members' })
  expect(issues('Choice', { id: '1', key: undefined })).toEqual({})
  expect(issues('Choice', { id: '1', other: '2' })).toEqual({ other: 'is not a known member' })
  // A response may have both.
  expect(output('Choice', { id: '1', key: '2' })).toEqual({ id: '1', key: '2' })
})

test("A union uses the option that is identified by a member's value", () => {
  expect(output('Wait', { type: 'TIMER', definitionKey: 7 })).toEqual({ type: 'TIMER', definitionKey: '7' })
  expect(issues('Wait', { type: 'TIMER', definitionKey: true }, 'response')).toEqual({
    definitionKey: expect.stringContaining('must be a key'),
  })
  expect(output('Wait', { type: 'NEW_IN_8_11' })).toEqual({ type: 'NEW_IN_8_11' })
})

test('A pattern has its own message', () => {
  expect(issues('Schedule', { cron: 'x' })).toEqual({ cron: 'must be a cron expression' })
  expect(issues('Schedule', { cron: 'a b', steps: -1, items: ['a', 'b', 'c'] })).toEqual({
    steps: 'must be a number of at least 0',
    items: 'must be an array of 1 to 2 items',
  })
})

test('Limits do not apply to responses, and messages do not mention them', () => {
  const value = { name: 7, id: '1', kind: 8 }
  expect(issues('Derived', value, 'response')).toEqual({ name: 'must be a string', kind: 'must be a string' })
  expect(issues('Derived', value)).toEqual({
    name: 'must be a string of 1 to 3 characters',
    kind: 'must be one of a, b',
  })
  expect(issues('Schedule', { cron: 7, size: '0', items: 's' }, 'response')).toEqual({
    cron: 'must be a string',
    size: 'must be a number',
    items: 'must be an array',
  })
  expect(issues('d', 7, 'response')).toEqual({ '': 'must be a string' })
  expect(output('Derived', { name: 'a long name', id: '1', kind: 'a' })).toEqual({
    name: 'a long name',
    id: '1',
    kind: 'a',
  })
  expect(output('Schedule', { cron: 'x', size: 0.5 })).toEqual({ cron: 'x', size: 0.5 })
})

test('A number that was parsed exactly, as text, becomes a number again', () => {
  expect(output('n', '1764550000000000')).toBe(1_764_550_000_000_000)
  expect(issues('n', '17', 'response')).toEqual({ '': 'must be a number' })
  expect(issues('n', '1764550000000000')).toEqual({ '': 'must be a number' })
})

test('A response with a secret that is shown once may lack everything except the secret', () => {
  const value = { clientId: 'id', clientSecret: 's', links: { other: 1 }, more: true }
  expect(output('Created', value)).toEqual(value)
  expect(issues('Created', { clientId: 'id' }, 'response')).toEqual({ clientSecret: 'is required' })
})

test('Shapes have the versions that support a member or a value', () => {
  expect(read('State')).toEqual({
    kind: 'enum',
    values: ['ACTIVE', 'SUSPENDED', 'OLD'],
    open: true,
    lifetimes: { SUSPENDED: { since: '8.10' }, OLD: { until: '8.9', deprecated: true } },
  })
  const instance = read('Instance')
  expect(instance.kind === 'object' && instance.members.at(-1)).toEqual({
    name: 'withLease',
    shape: { kind: 'boolean' },
    presence: 'optional',
    since: '8.10',
  })
})

test.each(['Unknown', 's(', '[s', '!', '"a', 'Page<s'])('The text %s is not a shape', (text) => {
  expect(() => read(text)).toThrow()
})

const things: ResourceTable = {
  routes: {
    get: 'GET /things/{key}/{name}',
    update: 'PATCH /things/{key} body',
    search: 'POST /search body? query? paging:cursor safe',
    cancel: 'POST /cancellation body bulk',
  },
  calls: {
    get: 'key:k=Instance',
    update: 'key:k,body:Insisted',
    search: 'body:Search<Filter,SortField>,query:Links=Page<Instance>',
    cancel: 'body:(filter:Filter)',
  },
  shapes: () => texts,
}

describe('the check of a client', () => {
  const check = (mode: ValidationMode, verb: string, part: Part, value: unknown): unknown => {
    const [method, path, ...words] = (things.routes[verb] ?? 'GET /').split(' ')
    const route = { id: `things.${verb}`, method, path, paging: words.find((word) => word.startsWith('paging')) }
    return createCheck(things, mode)({ ...route, bulk: words.includes('bulk') } as Route, part, value)
  }
  const failing = (mode: ValidationMode, verb: string, part: Part, value: unknown): unknown => {
    try {
      return check(mode, verb, part, value)
    } catch (error) {
      return error instanceof ValidationError && error.issues
    }
  }

  test('names the path parameter', () => {
    expect(check('lenient', 'get', 'params', ['7', 'x'])).toEqual(['7', 'x'])
    expect(failing('lenient', 'get', 'params', ['x', ''])).toEqual([
      { path: 'key', message: 'must be a key: its digits as a string, for example "2251799813685254"' },
    ])
  })

  test('leaves it to the server to report missing members, unless that would do harm', () => {
    expect(check('lenient', 'update', 'body', { revision: 1 })).toEqual({ revision: 1 })
    expect(failing('lenient', 'update', 'body', {})).toEqual([{ path: 'revision', message: 'is required' }])
    expect(failing('strict', 'update', 'body', { revision: 1 })).toEqual([{ path: 'name', message: 'is required' }])
    expect(failing('lenient', 'update', 'body', { revision: 1, exact: undefined })).toEqual([
      { path: 'exact', message: 'must be a string' },
    ])
  })

  test('rejects unknown names and values of a response in strict mode only', () => {
    const items = [{ key: 1, state: 'NEW', startDate: '', tags: [], more: 1 }]
    const page = { items, page: { totalItems: 1, hasMoreTotalItems: false, startCursor: null, endCursor: null } }
    expect(check('lenient', 'search', 'response', page)).toEqual({ ...page, items: [{ ...items[0], key: '1' }] })
    expect(failing('strict', 'search', 'response', page)).toEqual([
      { path: 'items.0.state', message: 'must be one of ACTIVE, SUSPENDED, OLD' },
      { path: 'items.0.more', message: 'is not a known member' },
    ])
  })

  test('checks a query next to a body', () => {
    expect(failing('lenient', 'search', 'query', { zeeb: 'x' })).toEqual([
      { path: 'zeeb', message: 'is not a known member. Did you mean "zeebe"?' },
    ])
    expect(check('lenient', 'search', 'body', { filter: {} })).toEqual({ filter: {} })
  })

  test('in mode off, checks only filters, since servers ignore what they do not know', () => {
    const unknown = [{ path: 'filter.stat', message: 'is not a known member. Did you mean "state"?' }]
    expect(failing('off', 'search', 'body', { filter: { stat: 'ACTIVE' } })).toEqual(unknown)
    expect(failing('off', 'cancel', 'body', { filter: { stat: 'ACTIVE' } })).toEqual(unknown)
    expect(check('off', 'update', 'body', { other: 1 })).toEqual({ other: 1 })
    expect(check('off', 'search', 'response', { items: 7 })).toEqual({ items: 7 })
  })

  test('skips an operation without shapes', () => {
    expect(check('strict', 'unknown', 'body', 7)).toBe(7)
  })
})

test('The table has rows whose schemas are parsed on first use', () => {
  const tables: ResourceTables = {
    things,
    broken: { routes: { get: 'GET /broken' }, calls: { get: '=Nowhere' }, shapes: () => ({}) },
  }
  const words = {
    'things.get': { summary: 'Returns a thing.', permission: 'read' },
    'things.update': { summary: 'Changes a thing.', deprecated: 'Since 8.9.' },
    'things.search': { summary: 'Returns one page of things.' },
    'things.cancel': { summary: 'Cancels things.' },
    'broken.get': { summary: 'Fails.' },
  }
  const [get, update, search, cancel, broken] = readOperations(tables, words)
  expect(Object.keys(get?.params ?? {})).toEqual(['key', 'name'])
  expect(get).toMatchObject({ id: 'things.get', summary: 'Returns a thing.', permission: 'read' })
  expect(update).toMatchObject({ deprecated: 'Since 8.9.', takes: ['body'], response: undefined })
  expect(search).toMatchObject({ takes: ['body', 'query'], mayOmit: true, paging: 'cursor', safe: true })
  expect(search?.query?.shape.kind).toBe('object')
  expect(cancel).toMatchObject({ bulk: true, takes: ['body'] })
  expect(() => broken?.response).toThrow('Not a shape: Nowhere')
})

test('A schema is a Standard Schema', () => {
  const { version, vendor, validate } = createSchema(read('Base'), 'request')['~standard']
  expect([version, vendor]).toEqual([1, 'x-rest'])
  expect(validate({ id: '1', kind: 'a' })).toEqual({ value: { id: '1', kind: 'a' } })
  expect(validate({ id: 1 })).toEqual({
    issues: [
      { path: ['id'], message: 'must be a string' },
      { path: ['kind'], message: 'is required', missing: true },
    ],
  })
})
