import { ValidationError } from '@x/rest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIncidents } from '../src/incidents.ts'
import { createOperateClient, type Incidents, type SearchQuery } from '../src/index.ts'
import { serve, testAuth } from './serve.ts'

const auth = testAuth()
type Loose = SearchQuery<Record<string, unknown>, string>

async function everyKindOfClient(): Promise<{ clients: Incidents[]; received: unknown[] }> {
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
  ['undefined', { filter: { state: undefined } }, /^filter\.state has no value: .*everything/],
  ['null', { filter: { state: null } }, /^filter\.state has no value/],
  ['empty text', { filter: { state: '' } }, /^filter\.state has no value/],
  ['list', { filter: { state: ['ACTIVE'] } }, /^filter\.state has to be text$/],
  ['filter that is a list', { filter: [] }, /^filter has to be an object$/],
  ['filter that is a map', { filter: new Map([['state', 'ACTIVE']]) }, /^filter has to be an object$/],
  ['null filter', { filter: null }, /^filter has to be an object$/],
  ['no date', { filter: { creationTime: 'yesterday' } }, /^filter\.creationTime has to be a Date/],
  ['invalid date', { filter: { creationTime: new Date(Number.NaN) } }, /^filter\.creationTime has to be a Date/],
  ['size 0', { size: 0 }, /^size has to be a whole number from 1 to 1000$/],
  ['size 1001', { size: 1001 }, /^size /],
  ['size 1.5', { size: 1.5 }, /^size /],
  ['sort by message', { sort: [{ field: 'message' }] }, /^sort\.0\.field is not sortable/],
  ['sort in small letters', { sort: [{ field: 'key', order: 'desc' }] }, /^sort\.0\.order has to be ASC or DESC$/],
  ['misspelt order', { sort: [{ field: 'key', ordre: 'DESC' }] }, /Did you mean order\?/],
  ['empty searchAfter', { searchAfter: [] }, /^searchAfter is empty/],
  ['rounded sort value', { searchAfter: [2 ** 53] }, /^searchAfter\.0 has changed/],
  ['no object', 'ACTIVE', /^ has to be an object$/],
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
      type: 'SOME_TYPE_OF_A_LATER_SERVER',
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
      '"type":"SOME_TYPE_OF_A_LATER_SERVER","message":"no retries left","creationTime":"2026-11-20T08:15:00.000+0000",' +
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
