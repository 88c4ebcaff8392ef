import { runInNewContext } from 'node:vm'
import { ValidationError } from '@x/rest'
import type { ObjectShape, Shape } from '@x/rest/shapes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIncidents } from '../src/entries/incidents.ts'
import { createIncidents as createUncheckedIncidents } from '../src/entries/unchecked/incidents.ts'
import { createOperateClient, type IncidentFilter, type Incidents, type SearchQuery } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { createOperateClient as createUncheckedClient } from '../src/unchecked.ts'
import { type Received, serve, testAuth } from './serve.ts'

const auth = testAuth()
type Loose = SearchQuery<Record<string, unknown>, string>

interface Clients {
  readonly clients: Incidents[]
  /** Those without schemas. */
  readonly unchecked: Incidents[]
  readonly received: Received[]
}

async function everyKindOfClient(): Promise<Clients> {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const modes = ['lenient', 'strict', 'off'] as const
  const clients = modes.map((validate) => createOperateClient({ auth, baseUrl, validate }).incidents)
  const unchecked = [createUncheckedClient({ auth, baseUrl }).incidents, createUncheckedIncidents({ auth, baseUrl })]
  return { clients: [...clients, createIncidents({ auth, baseUrl })], unchecked, received }
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

/** What a filter of any client must not be: Operate would find everything, or nothing that was meant. */
const refusedAtTheCall: [what: string, query: unknown, expected: RegExp][] = [
  [
    'misspelt field',
    { filter: { procesInstanceKey: '1' } },
    /^filter\.procesInstanceKey is not a known member\. Did you mean "processInstanceKey"\?$/,
  ],
  ['other case', { filter: { jobkey: '1' } }, /Did you mean "jobKey"\?/],
  ['unknown field', { filter: { colour: 'red' } }, /^filter\.colour is not a known member$/],
  ['field of another entity', { filter: { bpmnProcessId: 'order' } }, /^filter\.bpmnProcessId is not a known member/],
  ['name of a method of every object', { filter: { constructor: 'x' } }, /^filter\.constructor is not a known member/],
  ['misspelt filter', { fitler: { state: 'ACTIVE' } }, /^fitler .*Did you mean "filter"\?$/],
  ['misspelt sort', { sorts: [] }, /Did you mean "sort"\?/],
  ['undefined alone', { filter: { state: undefined } }, /^filter\.state has no value/],
  ['nothing but undefined', { filter: { jobKey: undefined, state: undefined } }, /^filter\.jobKey has no value/],
  ['null', { filter: { jobKey: null } }, /^filter\.jobKey must be a key: its digits as a string, for example/],
  ['empty state', { filter: { state: '' } }, /^filter\.state must be one of ACTIVE, /],
  ['empty text', { filter: { message: '' } }, /^filter\.message has no value.*Leave it out/],
  ['null beside a condition', { filter: { state: 'ACTIVE', tenantId: null } }, /^filter\.tenantId must be a string$/],
  ['list', { filter: { tenantId: ['a'] } }, /^filter\.tenantId must be a string$/],
  [
    'list of states',
    { filter: { state: ['ACTIVE'] } },
    /^filter\.state must be one of ACTIVE, MIGRATED, RESOLVED, PENDING$/,
  ],
  [
    'state in small letters',
    { filter: { state: 'active' } },
    /^filter\.state must be one of .*\. Did you mean "ACTIVE"\?$/,
  ],
  [
    'state of v2',
    { filter: { state: 'RUNNING' } },
    /^filter\.state must be one of ACTIVE, MIGRATED, RESOLVED, PENDING$/,
  ],
  ['name of a method as state', { filter: { state: 'toString' } }, /^filter\.state must be one of/],
  [
    'misspelt type',
    { filter: { type: 'JOB_NO_RETRYS' } },
    /^filter\.type must be one of .*\. Did you mean "JOB_NO_RETRIES"\?$/,
  ],
  ['filter that is text', { filter: 'ACTIVE' }, /^filter must be a plain object$/],
  ['filter that is a function', { filter: () => ({ state: 'ACTIVE' }) }, /^filter must be a plain object$/],
  [
    'invalid date',
    { filter: { creationTime: new Date(Number.NaN) } },
    /^filter\.creationTime must be a date and time, such as 2026-11-20T08:15:00Z$/,
  ],
  [
    'no date',
    { filter: { creationTime: 'yesterday' } },
    /^filter\.creationTime must be a date and time, such as 2026-11-20T08:15:00Z$/,
  ],
  ['size 0', { size: 0 }, /^size must be a whole number from 1 to 1000$/],
  ['size 1001', { size: 1001 }, /^size /],
  ['size 1.5', { size: 1.5 }, /^size /],
  ['sort by message', { sort: [{ field: 'message' }] }, /^sort\.0\.field must be one of key, /],
  ['sort in small letters', { sort: [{ field: 'key', order: 'desc' }] }, /^sort\.0\.order .* Did you mean "DESC"\?$/],
  ['misspelt order', { sort: [{ field: 'key', ordre: 'DESC' }] }, /^sort\.0\.ordre .*Did you mean "order"\?/],
  ['no object', 'ACTIVE', /^ must be a plain object$/],
]

/** What JSON would send as less than it is, and a filter without a value: refused by the clients without schemas too. */
const refusedUnchecked: [what: string, query: unknown, expected: RegExp][] = [
  ['null filter', { filter: null }, /^filter must be a plain object$/],
  ['filter that is a list', { filter: [] }, /^filter must be a plain object$/],
  ['filter that is a map', { filter: new Map([['state', 'ACTIVE']]) }, /^filter must be a plain object$/],
  ['filter that is a date', { filter: new Date(0) }, /^filter must be a plain object$/],
  ['filter of a class with getters', { filter: new Getters() }, /^filter must be a plain object$/],
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
  ['query that is a map', new Map([['filter', { state: 'ACTIVE' }]]), /^ must be a plain object$/],
  ['sort by an object that inherits', { sort: [Object.create({ field: 'key' })] }, /^sort\.0 must be a plain object/],
  ['empty text', { filter: { message: '' } }, /^filter\.message has no value/],
  ['undefined alone', { filter: { state: undefined } }, /^filter\.state has no value/],
]

/** What is found out when the request is written. */
const refusedWhenSent: [what: string, query: unknown, expected: RegExp][] = [
  ['empty searchAfter', { searchAfter: [] }, /^searchAfter is empty: the previous page was the last$/],
  ['rounded sort value', { searchAfter: [2 ** 53] }, /^searchAfter\.0 has lost digits\. Pass the `sortValues`/],
]

type Search = (query: unknown) => Promise<unknown>
type SearchAll = (query: unknown) => AsyncGenerator<unknown>

test.each([...refusedAtTheCall, ...refusedUnchecked])(
  '%s is refused in every mode, and nothing is sent',
  async (_, query, expected) => {
    const { clients, received } = await everyKindOfClient()
    for (const incidents of clients) {
      expect(await issuesOf((incidents.search as Search)(query))).toMatch(expected)
      expect(() => (incidents.searchAll as SearchAll)(query)).toThrow(ValidationError)
    }
    expect(received).toEqual([])
  },
)

test.each([
  ...refusedUnchecked,
  [
    'invalid date',
    { filter: { creationTime: new Date(Number.NaN) } },
    /^filter\.creationTime cannot be represented in JSON$/,
  ],
])('%s is refused without schemas, and nothing is sent', async (_, query, expected) => {
  const { unchecked, received } = await everyKindOfClient()
  for (const incidents of unchecked) {
    expect(await issuesOf((incidents.search as Search)(query))).toMatch(expected)
    expect(() => (incidents.searchAll as SearchAll)(query)).toThrow(ValidationError)
  }
  expect(received).toEqual([])
})

test('a date in other words is refused without schemas too, and nothing is sent', async () => {
  const { unchecked, received } = await everyKindOfClient()
  for (const incidents of unchecked) {
    const call = (incidents.search as Search)({ filter: { creationTime: 'yesterday' } })
    expect(await issuesOf(call)).toMatch(/^filter\.creationTime must be a Date, or text such as 2026/)
  }
  expect(received).toEqual([])
})

test.each(refusedWhenSent)('%s is refused by every client, and nothing is sent', async (_, query, expected) => {
  const { clients, unchecked, received } = await everyKindOfClient()
  for (const incidents of [...clients, ...unchecked]) {
    expect(await issuesOf((incidents.search as Search)(query))).toMatch(expected)
    expect(await issuesOf((incidents.searchAll as SearchAll)(query).next())).toMatch(expected)
  }
  expect(received).toEqual([])
})

test('everything that is wrong is told at once, and never with a value', async () => {
  const { clients } = await everyKindOfClient()
  const query: Loose = { filter: { stat: 'sesame', jobKey: 'open' }, size: 0 }
  const issues = await issuesOf((clients[0] as Incidents).search(query as never))
  expect(issues.split('\n').map((line) => line.split(' ')[0])).toEqual(['filter.jobKey', 'filter.stat', 'size'])
  expect(issues).not.toMatch(/sesame|open\b/)
})

test('a field that Operate returns but ignores in filters is refused alone, and passes beside others', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  for (const validate of ['lenient', 'strict', 'off'] as const) {
    const operate = createOperateClient({ auth, baseUrl, validate })
    const byName = operate.flowNodeInstances.search as Search
    const byResult = operate.decisionInstances.search as Search
    expect(await issuesOf(byName({ filter: { flowNodeName: 'Pay', state: undefined } }))).toMatch(
      /^filter\.flowNodeName is not supported as a filter: the server would ignore it/,
    )
    expect(await issuesOf(byResult({ filter: { result: '1', evaluatedInputs: [] } }))).toMatch(/^filter\.result /)
    expect(received).toEqual([])
    await byName({ filter: { flowNodeName: 'Pay', state: 'ACTIVE' } })
    expect(received.splice(0).map(({ body }) => body)).toEqual(['{"filter":{"flowNodeName":"Pay","state":"ACTIVE"}}'])
  }
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
      '"sort":[{"field":"creationTime","order":"DESC"},{"field":"tenantId"}]}',
  )
})

test('false and 0 are conditions like any other', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { processInstances } = createOperateClient({ auth, baseUrl })
  await processInstances.search({ filter: { incident: false, processVersion: 0 } })
  expect(received[0]?.body).toBe('{"filter":{"incident":false,"processVersion":0}}')
})

test('what is undefined counts as left out, as everywhere in JavaScript, where something else filters', async () => {
  const { clients, unchecked, received } = await everyKindOfClient()
  const tenantId: string | undefined = undefined
  const filter: IncidentFilter = {}
  filter.state = 'ACTIVE'
  filter.tenantId = tenantId
  for (const incidents of [...clients, ...unchecked]) {
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

function filterMembers(body: Shape | undefined): ObjectShape['members'] {
  const filter = (body as ObjectShape | undefined)?.members.find(({ name }) => name === 'filter')
  return (filter?.shape as ObjectShape | undefined)?.members ?? []
}

test('every value of an enumeration is sent, whatever it is named', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const operate = createOperateClient({ auth, baseUrl })
  const values: string[] = []
  for (const { id, body } of operations) {
    for (const { name, shape } of filterMembers(body?.shape)) {
      for (const value of shape.kind === 'enum' ? shape.values : []) {
        const search = operate[id.split('.')[0] as 'incidents'].search as Search
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
      expect(await issuesOf(variables.search({ filter }))).toContain(`filter.${name} is not a known member`)
    }),
  )
  expect(received).toEqual([])
})
