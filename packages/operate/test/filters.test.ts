import { runInNewContext } from 'node:vm'
import { ValidationError } from '@x/rest'
import { enumValues } from '@x/rest/validation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIncidents } from '../src/incidents.ts'
import { createOperateClient, type IncidentFilter, type Incidents, type SearchQuery } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { type Received, serve, testAuth } from './serve.ts'

const auth = testAuth()
type Loose = SearchQuery<Record<string, unknown>, string>

async function everyKindOfClient(): Promise<{ clients: Incidents[]; received: Received[] }> {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const modes = ['lenient', 'strict', 'off'] as const
  const clients = modes.map((validate) => createOperateClient({ auth, baseUrl, validate }).incidents)
  return { clients: [...clients, createIncidents({ auth, baseUrl })], received }
}

async function issuesOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ValidationError)
  return (error as ValidationError).issues.map(({ path, message }) => `${path} ${message}`).join('\n')
}

/** What a class of models looks like to JSON: an object without members. */
class Getters {
  get filter(): object {
    return { state: 'ACTIVE' }
  }
  get state(): string {
    return 'ACTIVE'
  }
}

test.each([
  [
    'misspelt field',
    { filter: { procesInstanceKey: '1' } },
    /^filter\.procesInstanceKey .*Did you mean processInstanceKey\?$/,
  ],
  ['other case', { filter: { jobkey: '1' } }, /Did you mean jobKey\?/],
  ['unknown field', { filter: { colour: 'red' } }, /^filter\.colour is not known/],
  ['field of another entity', { filter: { bpmnProcessId: 'order' } }, /^filter\.bpmnProcessId is not known/],
  ['name of a method of every object', { filter: { constructor: 'x' } }, /^filter\.constructor is not known/],
  ['misspelt filter', { fitler: { state: 'ACTIVE' } }, /^fitler .*Did you mean filter\?$/],
  ['misspelt sort', { sorts: [] }, /Did you mean sort\?/],
  ['undefined alone', { filter: { state: undefined } }, /^filter\.state has no value: .*everything/],
  ['nothing but undefined', { filter: { jobKey: undefined, state: undefined } }, /^filter\.jobKey has no value/],
  [
    'unknown field that is undefined',
    { filter: { state: 'ACTIVE', colour: undefined } },
    /^filter\.colour is not known/,
  ],
  ['null', { filter: { state: null } }, /^filter\.state has no value/],
  ['empty text', { filter: { state: '' } }, /^filter\.state has no value/],
  ['null beside a condition', { filter: { state: 'ACTIVE', tenantId: null } }, /^filter\.tenantId has no value/],
  ['list', { filter: { tenantId: ['a'] } }, /^filter\.tenantId must be text$/],
  [
    'list of states',
    { filter: { state: ['ACTIVE'] } },
    /^filter\.state is not one of ACTIVE, MIGRATED, RESOLVED, PENDING$/,
  ],
  [
    'state in small letters',
    { filter: { state: 'active' } },
    /^filter\.state is not one of .*; did you mean ACTIVE\?$/,
  ],
  [
    'state of v2',
    { filter: { state: 'RUNNING' } },
    /^filter\.state is not one of ACTIVE, MIGRATED, RESOLVED, PENDING$/,
  ],
  ['name of a method as state', { filter: { state: 'toString' } }, /^filter\.state is not one of/],
  [
    'misspelt type',
    { filter: { type: 'JOB_NO_RETRYS' } },
    /^filter\.type is not one of .*; did you mean JOB_NO_RETRIES\?$/,
  ],
  ['filter that is a list', { filter: [] }, /^filter must be an object$/],
  ['filter that is a map', { filter: new Map([['state', 'ACTIVE']]) }, /^filter must be an object$/],
  ['filter that is a date', { filter: new Date() }, /^filter must be an object$/],
  ['filter that is text', { filter: 'ACTIVE' }, /^filter must be an object$/],
  ['filter that is a function', { filter: () => ({ state: 'ACTIVE' }) }, /^filter must be an object$/],
  ['filter of a class with getters', { filter: new Getters() }, /^filter must be a plain object, without getters, /],
  ['filter that inherits', { filter: Object.create({ state: 'ACTIVE' }) }, /^filter must be a plain object/],
  ['filter with a symbol', { filter: { [Symbol('state')]: 'ACTIVE' } }, /^filter must be a plain object/],
  [
    'filter with a symbol beside',
    { filter: { state: 'ACTIVE', [Symbol('tenantId')]: 'a' } },
    /^filter must be a plain/,
  ],
  [
    'hidden member',
    { filter: Object.defineProperty({}, 'state', { value: 'ACTIVE' }) },
    /^filter must be a plain object/,
  ],
  ['query of a class with getters', new Getters(), /^ must be a plain object/],
  ['query that inherits', Object.create({ filter: { state: 'ACTIVE' } }), /^ must be a plain object/],
  ['query that is a map', new Map([['filter', { state: 'ACTIVE' }]]), /^ must be an object$/],
  ['sort by an object that inherits', { sort: [Object.create({ field: 'key' })] }, /^sort\.0 must be a plain object/],
  ['null filter', { filter: null }, /^filter must be an object$/],
  ['no date', { filter: { creationTime: 'yesterday' } }, /^filter\.creationTime must be a Date/],
  ['invalid date', { filter: { creationTime: new Date(Number.NaN) } }, /^filter\.creationTime must be a Date/],
  ['size 0', { size: 0 }, /^size must be a whole number from 1 to 1000$/],
  ['size 1001', { size: 1001 }, /^size /],
  ['size 1.5', { size: 1.5 }, /^size /],
  ['sort by message', { sort: [{ field: 'message' }] }, /^sort\.0\.field is not sortable/],
  ['sort in small letters', { sort: [{ field: 'key', order: 'desc' }] }, /^sort\.0\.order must be ASC or DESC$/],
  ['misspelt order', { sort: [{ field: 'key', ordre: 'DESC' }] }, /Did you mean order\?/],
  ['empty searchAfter', { searchAfter: [] }, /^searchAfter is empty/],
  ['rounded sort value', { searchAfter: [2 ** 53] }, /^searchAfter\.0 has changed/],
  ['no object', 'ACTIVE', /^ must be an object$/],
])('%s is refused in every mode, and nothing is sent', async (_, query, expected) => {
  const { clients, received } = await everyKindOfClient()
  for (const incidents of clients) {
    expect(await issuesOf((incidents.search as (query: unknown) => Promise<unknown>)(query))).toMatch(expected)
    expect(() => (incidents.searchAll as (query: unknown) => unknown)(query)).toThrow(ValidationError)
  }
  expect(received).toEqual([])
})

test('everything that is wrong is told at once, and never with a value', async () => {
  const { clients } = await everyKindOfClient()
  const query: Loose = { filter: { stat: 'sesame', jobKey: 'open' }, size: 0 }
  const issues = await issuesOf((clients[0] as Incidents).search(query as never))
  expect(issues.split('\n').map((line) => line.split(' ')[0])).toEqual(['filter.stat', 'filter.jobKey', 'size'])
  expect(issues).not.toMatch(/sesame|open\b/)
})

test('a field that Operate gives back but reads past in filters is refused alone', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const operate = createOperateClient({ auth, baseUrl })
  const filter = { flowNodeName: 'Pay' } as object
  expect(await issuesOf(operate.flowNodeInstances.search({ filter }))).toMatch(/^filter\.flowNodeName does not filter/)
  expect(await issuesOf(operate.decisionInstances.search({ filter: { result: '1' } as object }))).toMatch(
    /^filter\.result /,
  )
  expect(received).toEqual([])
})

test('every field that Operate filters by is sent as it takes it', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { incidents } = createOperateClient({ auth, baseUrl })
  await incidents.search({
    filter: {
      key: '2251799813685249',
      processDefinitionKey: '2251799813685250',
      processInstanceKey: 2251799813685251n,
      type: 'JOB_NO_RETRIES',
      message: 'no retries left',
      creationTime: new Date('2026-11-20T08:15:00Z'),
      state: 'ACTIVE',
      jobKey: '2251799813685252',
      tenantId: '<default>',
    },
    size: 1000,
    sort: [{ field: 'creationTime', order: 'DESC' }, { field: 'tenantId' }],
  })
  expect(received[0]?.body).toBe(
    '{"filter":{"key":2251799813685249,"processDefinitionKey":2251799813685250,"processInstanceKey":2251799813685251,' +
      '"type":"JOB_NO_RETRIES","message":"no retries left","creationTime":"2026-11-20T08:15:00.000+0000",' +
      '"state":"ACTIVE","jobKey":2251799813685252,"tenantId":"<default>"},"size":1000,' +
      '"sort":[{"field":"creationTime","order":"DESC"},{"field":"tenantId","order":"ASC"}]}',
  )
})

test('false and 0 are conditions like any other', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { processInstances } = createOperateClient({ auth, baseUrl })
  await processInstances.search({ filter: { incident: false, processVersion: 0 } })
  expect(received[0]?.body).toBe('{"filter":{"incident":false,"processVersion":0}}')
})

test('what is undefined counts as left out, as everywhere in JavaScript, where something else filters', async () => {
  const { clients, received } = await everyKindOfClient()
  const tenantId: string | undefined = undefined
  const filter: IncidentFilter = {}
  filter.state = 'ACTIVE'
  filter.tenantId = tenantId
  for (const incidents of clients) {
    await incidents.search({ filter, size: undefined, sort: undefined, searchAfter: undefined })
    for await (const _ of incidents.searchAll({ filter }));
  }
  expect(new Set(received.map(({ body }) => body))).toEqual(
    new Set(['{"filter":{"state":"ACTIVE"}}', '{"filter":{"state":"ACTIVE"},"size":100}']),
  )
})

test('an empty filter says that everything is meant; objects of other realms and without prototype are as good', async () => {
  const { clients, received } = await everyKindOfClient()
  const [incidents] = clients as [Incidents]
  await incidents.search({ filter: {} })
  await incidents.search({ filter: Object.assign(Object.create(null), { state: 'ACTIVE' }) })
  await incidents.search(runInNewContext('({ filter: { state: "ACTIVE" } })'))
  const filtered = '{"filter":{"state":"ACTIVE"}}'
  expect(received.map(({ body }) => body)).toEqual(['{"filter":{}}', filtered, filtered])
})

test('a filter that is built up for the next search does not change one that is under way', async () => {
  const page = '{"items":[{"key":1}],"total":2,"sortValues":[1]}'
  const { baseUrl, received } = await serve((_, index) => ({ body: index === 0 ? page : '{"items":[],"total":1}' }))
  const { incidents } = createOperateClient({ auth, baseUrl, validate: 'off' })
  const filter: IncidentFilter = { state: 'ACTIVE' }
  const all = incidents.searchAll({ filter, size: 1 })
  filter.state = 'RESOLVED'
  for await (const _ of all) filter.jobKey = '1'
  for (const { body } of received) expect(body).toContain('"filter":{"state":"ACTIVE"}')
})

test('every value of an enumeration is sent, whatever it is named', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const operate = createOperateClient({ auth, baseUrl })
  const values: string[] = []
  for (const { id, body } of operations) {
    const filter = (body as { entries?: { filter: { wrapped: { entries: object } } } })?.entries?.filter.wrapped.entries
    for (const [name, { wrapped }] of Object.entries(filter ?? {})) {
      for (const value of enumValues(wrapped) ?? []) {
        const search = operate[id.split('.')[0] as 'incidents'].search as (query: object) => Promise<unknown>
        await search({ filter: { [name]: value } })
        values.push(`{"filter":{"${name}":"${value}"}}`)
      }
    }
  }
  expect(values.length).toBeGreaterThan(50)
  expect(received.map(({ body }) => body)).toEqual(values)
})

test('no query at all sends an empty object', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { variables } = createOperateClient({ auth, baseUrl })
  expect(await variables.search()).toEqual({ items: [], total: 0, sortValues: [] })
  expect(received[0]?.body).toBe('{}')
})

test('no name but those of the table is ever sent', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { variables } = createOperateClient({ auth, baseUrl })
  const names = ['key', 'processInstanceKey', 'scopeKey', 'name', 'value', 'truncated', 'tenantId']
  const anyName = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'filter'))
  await fc.assert(
    fc.asyncProperty(anyName, fc.jsonValue(), async (name, value) => {
      fc.pre(!names.includes(name))
      const filter = Object.fromEntries([
        ['name', 'customer'],
        [name, value],
      ])
      expect(await issuesOf(variables.search({ filter }))).toContain(`filter.${name} is not known`)
    }),
  )
  expect(received).toEqual([])
})
