import { expect, test } from 'vitest'
import { BatchOperationNotDoneError, NotServedError, NotYetError } from '../src/index.ts'
import { problem, serve } from './server.ts'

const variable = (index: number): object => ({
  name: `v${index}`,
  value: '1',
  isTruncated: false,
  tenantId: '<default>',
  variableKey: String(index),
  scopeKey: '1',
  processInstanceKey: '1',
})

test('a search pages by cursor, with a query beside its body', async () => {
  const all = Array.from({ length: 5 }, (_, index) => variable(index))
  const { server, camunda } = await serve(({ body }) => {
    const { limit, after = '0' } = JSON.parse(body).page
    const end = Number(after) + limit
    const items = all.slice(Number(after), end)
    return {
      body: { items, page: { totalItems: 5, hasMoreTotalItems: false, startCursor: after, endCursor: String(end) } },
    }
  })
  const names: string[] = []
  for await (const { name } of camunda.variables.searchAll({ page: { limit: 2 } }, { truncateValues: false }))
    names.push(name)
  expect(names).toEqual(['v0', 'v1', 'v2', 'v3', 'v4'])
  expect(server.received.map(({ path }) => path)).toEqual(Array(3).fill('/v2/variables/search?truncateValues=false'))
  const page = await camunda.variables.search({ page: { limit: 2 } })
  expect(page).toMatchObject({ total: 5, totalIsExact: true, startCursor: '0', endCursor: '2' })
})

test('what may be missing is undefined', async () => {
  const { camunda } = await serve(() => ({ status: 204 }))
  expect(await camunda.userTasks.getForm('1')).toBeUndefined()
  expect(await camunda.processDefinitions.getStartForm('1')).toBeUndefined()
  expect(await camunda.processDefinitions.getXml('1')).toBeUndefined()
})

test('a page is asked for in one way', async () => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  const both = camunda.variables.search({ page: { after: 'a', from: 10 } })
  await expect(both).rejects.toThrow(/page/)
  await expect(camunda.variables.search({ page: { after: 'a', before: 'b' } })).rejects.toThrow(/page/)
  expect(server.received).toHaveLength(0)
})

test('a read waits for what was just written', async () => {
  let asked = 0
  const { camunda } = await serve(() => (++asked < 2 ? problem(404, 'No incident with key 1') : { body: incident }))
  expect(await camunda.incidents.get('1', { waitFor: true })).toMatchObject({ incidentKey: '1' })
  expect(asked).toBe(2)
})

test('a read that waits in vain says what it saw last', async () => {
  const { camunda } = await serve(() => ({ body: incident }))
  const waiting = camunda.incidents.get('1', { waitFor: ({ state }) => state === 'RESOLVED', waitForMs: 0 })
  await expect(waiting).rejects.toBeInstanceOf(NotYetError)
  await expect(waiting).rejects.toMatchObject({ response: { state: 'ACTIVE' } })
})

test('an operation that the server does not have is told from a missing entity', async () => {
  const { camunda } = await serve(({ path }) =>
    path.startsWith('/v2/agent')
      ? problem(404, 'No static resource v2/agent-definitions/1.', 'Not Found')
      : problem(404, 'No incident with key 1'),
  )
  const missing = camunda.incidents.get('1')
  await expect(missing).rejects.toMatchObject({ name: 'ApiError', status: 404 })
  const notServed = camunda.agentDefinitions.get('1')
  await expect(notServed).rejects.toBeInstanceOf(NotServedError)
  await expect(notServed).rejects.toMatchObject({ since: '8.10', message: expect.stringContaining('8.10') })
})

test('a batch operation is waited for, though it is not visible at once', async () => {
  const answers = [
    problem(404, 'not found'),
    { body: batchOperation('ACTIVE', 1) },
    { body: batchOperation('PARTIALLY_COMPLETED', 2) },
  ]
  const { camunda } = await serve(() => answers.shift() ?? {})
  const waits: number[] = []
  const seen: number[] = []
  const done = await camunda.batchOperations.wait('2251799813685301', {
    delay: async (ms) => void waits.push(ms),
    onProgress: ({ operationsCompletedCount }) => seen.push(operationsCompletedCount),
  })
  expect(done.state).toBe('PARTIALLY_COMPLETED')
  expect(seen).toEqual([1, 2])
  expect(waits).toEqual([1000, 1000])
})

test('a batch operation that takes too long goes on', async () => {
  const { camunda } = await serve(() => ({ body: batchOperation('ACTIVE', 1) }))
  let time = 0
  const waiting = camunda.batchOperations.wait('1', {
    timeoutMs: 2500,
    now: () => time,
    delay: async (ms) => {
      time += ms
    },
  })
  await expect(waiting).rejects.toBeInstanceOf(BatchOperationNotDoneError)
  await expect(waiting).rejects.toMatchObject({ batchOperation: { state: 'ACTIVE' } })
})

test.each([null, { timeoutMs: '1000' }, { timeoutMs: Number.NaN }, { intervalMs: '1000' }, { intervalMs: 99 }])(
  'waiting for a batch operation with the options %o is rejected',
  async (options) => {
    const { server, camunda } = await serve(() => ({ body: batchOperation('ACTIVE', 1) }))
    const waiting = camunda.batchOperations.wait('1', options as never)
    await expect(waiting).rejects.toMatchObject({ code: 'config_invalid' })
    expect(server.received).toHaveLength(0)
  },
)

test('bytes come as a stream, with their name', async () => {
  const { camunda } = await serve(() => ({
    headers: {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="a.png"',
      'content-length': '5',
    },
    body: 'bytes',
  }))
  const document = await camunda.documents.get('1', { contentHash: 'abc' })
  expect(document).toMatchObject({ contentType: 'image/png', fileName: 'a.png', size: 5 })
  expect(await document.text()).toBe('bytes')
})

const incident = {
  processDefinitionId: 'order',
  errorType: 'JOB_NO_RETRIES',
  errorMessage: 'no retries left',
  elementId: 'charge',
  creationTime: '2026-11-20T08:15:00.000Z',
  state: 'ACTIVE',
  tenantId: '<default>',
  incidentKey: '1',
  processDefinitionKey: '1',
  processInstanceKey: '1',
  elementInstanceKey: '1',
  rootProcessInstanceKey: null,
  jobKey: null,
}

function batchOperation(state: string, operationsCompletedCount: number): object {
  return {
    batchOperationKey: '2251799813685301',
    state,
    batchOperationType: 'CANCEL_PROCESS_INSTANCE',
    startDate: null,
    endDate: null,
    actorType: null,
    actorId: null,
    operationsTotalCount: 2,
    operationsFailedCount: 0,
    operationsCompletedCount,
    errors: [],
  }
}
