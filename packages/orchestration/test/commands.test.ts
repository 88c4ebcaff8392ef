import { expect, test } from 'vitest'
import { createOrchestrationClient as createUncheckedClient } from '../src/unchecked.ts'
import { auth, problem, serve } from './server.ts'

const cycle: Record<string, unknown> = {}

const created = {
  processDefinitionId: 'order',
  processDefinitionVersion: 1,
  processDefinitionKey: '2251799813685249',
  processInstanceKey: '2251799813685251',
  tenantId: '<default>',
  tags: [],
}

test('variables are exact in both directions, keys are text', async () => {
  const { server, camunda } = await serve(() => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...created, variables: 0 }).replace(
      '"variables":0',
      '"variables":{"orderId":9007199254740993,"items":2,"text":"9007199254740993"}',
    ),
  }))
  const { variables, processInstanceKey } = await camunda.processInstances.create({
    processDefinitionId: 'order',
    variables: { orderId: 9007199254740993n, items: 2 },
  })
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/v2/process-instances' })
  expect(server.received[0]?.body).toContain('"orderId":9007199254740993')
  expect(variables).toEqual({ orderId: 9007199254740993n, items: 2, text: '9007199254740993' })
  expect(processInstanceKey).toBe('2251799813685251')
})

test('a deployment is sent as files with their names', async () => {
  const { server, camunda } = await serve(() => ({
    body: { deploymentKey: '2251799813685300', tenantId: 'orders', deployments: [] },
  }))
  const { deploymentKey } = await camunda.deployments.create({
    resources: [new File(['<bpmn/>'], 'order.bpmn', { type: 'text/xml' }), new File(['<dmn/>'], 'dish.dmn')],
    tenantId: 'orders',
  })
  expect(deploymentKey).toBe('2251799813685300')
  const [request] = server.received
  expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(request?.body).toContain('name="resources"; filename="order.bpmn"')
  expect(request?.body).toContain('name="resources"; filename="dish.dmn"')
  expect(request?.body).toMatch(/name="tenantId"\r\n\r\norders/)
})

test.each([
  ['nothing', [], 'resources must be an array with at least one file'],
  ['a blob without a name', [new Blob(['<bpmn/>'])], 'resources.0 needs a file name'],
  ['a name without an extension', [new File(['<bpmn/>'], 'order')], 'resources.0 needs an extension such as .bpmn'],
])('a deployment of %s is rejected before it is sent', async (_, resources, message) => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  const sent = camunda.deployments.create({ resources })
  await expect(sent).rejects.toMatchObject({ code: 'request_invalid' })
  await expect(sent).rejects.toThrow(message.replace('resources.0', 'resources.*'))
  expect(server.received).toHaveLength(0)
})

test('a file that an older server does not store is rejected where the version is known', async () => {
  const { server, camunda } = await serve(() => ({ body: {} }), { version: '8.9' })
  const sent = camunda.deployments.create({ resources: [new File(['a'], 'readme.md')] })
  await expect(sent).rejects.toThrow(/from 8\.10 on/)
  expect(server.received).toHaveLength(0)
})

test('commands that name no tenant are for the default one, reads are not', async () => {
  const { server, camunda } = await serve(
    ({ path }) => ({
      body: path.endsWith('search')
        ? page([])
        : path.includes('activation')
          ? { jobs: [] }
          : { ...created, variables: {} },
    }),
    { tenantId: 'orders' },
  )
  await camunda.processInstances.create({ processDefinitionId: 'order', tenantId: undefined })
  await camunda.processInstances.create({ processDefinitionId: 'order', tenantId: 'other' })
  await camunda.jobs.activate({ type: 'charge', timeout: 1000, maxJobsToActivate: 1 })
  await camunda.processInstances.search()
  const bodies = server.received.map(({ body }) => JSON.parse(body))
  expect(bodies[0]).toEqual({ processDefinitionId: 'order', tenantId: 'orders' })
  expect(bodies[1]).toEqual({ processDefinitionId: 'order', tenantId: 'other' })
  expect(bodies[2]).toMatchObject({ tenantIds: ['orders'] })
  expect(bodies[3]).toEqual({})
})

test('a change of everything has to be meant', async () => {
  const { server, camunda } = await serve(() => ({
    body: { batchOperationKey: '2251799813685301', batchOperationType: 'CANCEL_PROCESS_INSTANCE' },
  }))
  for (const filter of [{}, { tenantId: undefined }, { $or: [] }, { $or: [{}] }]) {
    await expect(camunda.processInstances.cancelBatch({ filter })).rejects.toThrow(/everything|has no value/)
  }
  expect(server.received).toHaveLength(0)
  await camunda.processInstances.cancelBatch({ filter: {} }, { everything: true })
  await camunda.processInstances.cancelBatch({ filter: { processDefinitionId: 'order' } })
  expect(server.received.map(({ body }) => body)).toEqual([
    '{"filter":{}}',
    '{"filter":{"processDefinitionId":"order"}}',
  ])
})

test('what the server of a version does not know is rejected with the version that does', async () => {
  const { server, camunda } = await serve(() => ({ body: page([]) }), { version: '8.9' })
  await expect(camunda.agentDefinitions.search()).rejects.toThrow(/from Camunda 8\.10 on.*8\.9/)
  const filter = { suspendedDate: '2026-01-01T00:00:00Z' }
  await expect(camunda.processInstances.search({ filter })).rejects.toThrow(
    /filter\.suspendedDate is known from Camunda 8\.10 on/,
  )
  await expect(camunda.processInstances.search({ filter: { state: 'SUSPENDED' } })).rejects.toThrow(/8\.10/)
  expect(server.received).toHaveLength(0)
  await camunda.processInstances.search({ filter: { state: 'ACTIVE' } })
  expect(server.received).toHaveLength(1)
})

test('where the version is not known, the 400 of an older server names what is newer', async () => {
  const rejecting = await serve(() => problem(400, 'Request property [businessId] cannot be parsed', 'Bad Request'))
  const { processInstances } = rejecting.camunda
  const order = { processDefinitionId: 'order' }
  await expect(processInstances.create({ ...order, businessId: 'A-1' })).rejects.toThrow(
    /Camunda has businessId from 8\.9 on$/,
  )
  await expect(processInstances.create({ businessId: 1 } as never)).rejects.toMatchObject({ code: 'request_invalid' })
  await expect(processInstances.create(order)).rejects.toThrow(/\(bad request\) for processInstances\.create$/)
  const searched = processInstances.search({ filter: { businessId: 'A-1', suspendedDate: '2026-01-01T00:00:00Z' } })
  for (const hint of [/businessId from 8\.9 on/, /suspendedDate from 8\.10 on/])
    await expect(searched).rejects.toThrow(hint)
  const known = await serve(() => problem(400, 'no', 'Bad Request'), { version: '8.10' })
  await expect(known.camunda.processInstances.create({ ...order, businessId: 'A-1' })).rejects.toThrow(/create$/)
})

test('the administration of the cluster has an address and credentials of its own', async () => {
  const { server, camunda } = await serve(() => ({ body: { status: 'HEALTHY' } }), {
    clusterAdminAuth: { headers: async () => ({ authorization: 'Bearer token-of-the-admin' }) },
    tenantPath: 'orders',
  })
  await camunda.clusterAdmin.getStatus()
  expect(server.received[0]).toMatchObject({
    path: '/cluster/v2/status',
    headers: { authorization: 'Bearer token-of-the-admin' },
  })
})

test('a physical tenant is part of the address', async () => {
  const { server, camunda } = await serve(() => ({ body: page([]) }), { tenantPath: '/physical-tenants/orders' })
  await camunda.processInstances.search()
  expect(server.received[0]?.path).toBe('/physical-tenants/orders/v2/process-instances/search')
})

function page(items: readonly unknown[]): object {
  return { items, page: { totalItems: items.length, hasMoreTotalItems: false, startCursor: null, endCursor: null } }
}

test.each([
  ['contains itself', () => Object.assign(cycle, { cycle }), 'must not contain itself'],
  ['is too deep', () => Array.from({ length: 1e5 }).reduce<object>((inner) => ({ inner }), {}), 'too deep for JSON'],
])('a variable that %s is rejected before it is sent', async (_, value, message) => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  const sent = camunda.processInstances.create({ processDefinitionId: 'order', variables: { value: value() } })
  await expect(sent).rejects.toMatchObject({ code: 'request_invalid', part: 'body' })
  await expect(sent).rejects.toThrow(message)
  expect(server.received).toHaveLength(0)
})

test.each([3e9, Number.MAX_SAFE_INTEGER])(
  'a request timeout of %d is longer than any timer',
  async (requestTimeout) => {
    const { camunda } = await serve(() => ({ body: { jobs: [] } }))
    expect(await camunda.jobs.activate({ type: 'a', timeout: 1, maxJobsToActivate: 1, requestTimeout })).toEqual({
      jobs: [],
    })
  },
)

test('options that are no object are rejected', async () => {
  const { camunda } = await serve(() => ({ body: { jobs: [] } }))
  const request = { type: 'a', timeout: 1, maxJobsToActivate: 1, requestTimeout: 5 }
  for (const options of [null, 'x']) {
    await expect(camunda.jobs.activate(request, options as never)).rejects.toMatchObject({ code: 'config_invalid' })
  }
})

test.each([
  [{ tenantId: '' }, '`tenantId`'],
  [{ tenantId: null }, '`tenantId`'],
  [{ tenantPath: null }, '`tenantPath`'],
  [{ version: '9' }, '`version` must be one of 8.8, 8.9, 8.10'],
  [{ version: null }, '`version`'],
])('the options %o are rejected', async (options, message) => {
  await expect(serve(() => ({ body: {} }), options as never)).rejects.toThrow(message)
})

test.each(['cancelBatch', 'suspendBatch', 'resumeBatch'] as const)(
  '%s with conditions that the server overrides needs `everything`',
  async (verb) => {
    const { server, camunda } = await serve(() => ({ body: { batchOperationKey: '1', batchOperationType: 'X' } }))
    const filter = { state: 'COMPLETED', parentProcessInstanceKey: '5' } as const
    await expect(camunda.processInstances[verb]({ filter })).rejects.toThrow('filter.state has no effect here')
    expect(server.received).toHaveLength(0)
    await camunda.processInstances[verb]({ filter }, { everything: true })
    await camunda.processInstances[verb]({ filter: { ...filter, processDefinitionId: 'order' } })
    expect(server.received).toHaveLength(2)
  },
)

test('a process is named in one way', async () => {
  const { server, camunda } = await serve(() => ({ body: { ...created, variables: {} } }))
  // @ts-expect-error The key says which process it is.
  const both = camunda.processInstances.create({ processDefinitionKey: '1', processDefinitionId: 'order' })
  await expect(both).rejects.toThrow('does not go with the other members')
  const twice = { processDefinitionId: 'order', processDefinitionVersion: 1, processDefinitionVersionTag: 'v1' }
  // @ts-expect-error Neither version and tag.
  await expect(camunda.processInstances.create(twice)).rejects.toMatchObject({
    issues: [{ path: 'processDefinitionVersionTag', message: 'does not go with the other members' }],
  })
  // @ts-expect-error Nor is a decision.
  const decision = camunda.decisionDefinitions.evaluate({ decisionDefinitionKey: '1', decisionDefinitionId: 'dish' })
  await expect(decision).rejects.toThrow('does not go with the other members')
  expect(server.received).toHaveLength(0)
  await camunda.processInstances.create({ processDefinitionId: 'order', processDefinitionKey: undefined })
  expect(server.received[0]?.body).toBe('{"processDefinitionId":"order"}')
})

test.each([
  [{ processDefinitionId: null }, 'processDefinitionId'],
  [{ processDefinitionId: 'order', tenantId: null }, 'tenantId'],
  [{ processDefinitionId: 'order', processDefinitionVersion: null }, 'processDefinitionVersion'],
  [{ processDefinitionId: 'order', variables: null }, 'variables'],
  [{ processDefinitionKey: 'order' }, 'processDefinitionKey'],
  [{ processDefinitionId: 'order', variables: { paid: () => true } }, 'variables.paid'],
  [{ processDefinitionId: 'order', variables: { total: Number.NaN } }, 'variables.total'],
  [{ processDefinitionId: 'order', variables: { lines: new Map() } }, 'variables.lines'],
])('a new instance of %o is rejected before it is sent', async (request, path) => {
  const { server, camunda } = await serve(() => ({ body: { ...created, variables: {} } }))
  await expect(camunda.processInstances.create(request as never)).rejects.toMatchObject({ issues: [{ path }] })
  expect(server.received).toHaveLength(0)
})

test('`null` for the tenant of a deployment is not the same as none', async () => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  const unchecked = createUncheckedClient({ auth, baseUrl: server.url })
  const form = { resources: [new File(['<bpmn/>'], 'order.bpmn')], tenantId: null as never }
  for (const client of [camunda, unchecked]) {
    await expect(client.deployments.create(form)).rejects.toMatchObject({ issues: [{ path: 'tenantId' }] })
  }
  expect(server.received).toHaveLength(0)
})

test.each([
  [413, '', 'larger than the server accepts, by default 4 MB'],
  [400, 'Maximum upload size exceeded', 'system.getConfiguration() has the limit'],
  [500, 'The request size exceeds 4194304 bytes', 'system.getConfiguration() has the limit'],
])('a deployment that is too large (%d %s) says what the limit is', async (status, detail, hint) => {
  const { camunda } = await serve(() => problem(status, detail, 'INVALID_ARGUMENT'), { retry: false })
  const sent = camunda.deployments.create({ resources: [new File(['<bpmn/>'], 'order.bpmn')] })
  await expect(sent).rejects.toMatchObject({ status })
  await expect(sent).rejects.toThrow(hint)
})

test.each(['', '..'])('%j is not a key that is text', async (key) => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  await expect(camunda.batchOperations.get(key)).rejects.toMatchObject({ issues: [{ path: 'batchOperationKey' }] })
  const instance = camunda.decisionInstances.get(key)
  await expect(instance).rejects.toMatchObject({ issues: [{ path: 'decisionEvaluationInstanceKey' }] })
  expect(server.received).toEqual([])
})

test('a page has at most 10,000 items', async () => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  const search = camunda.processInstances.search({ page: { limit: 10_001 } })
  await expect(search).rejects.toMatchObject({ issues: [{ path: 'page.limit' }] })
  expect(server.received).toEqual([])
})

test.each([
  [{ waitfor: true }, /`waitfor` must be one of .*\bwaitFor\b/],
  [{ timeOutMs: 1000 }, /`timeOutMs` must be one of .*\btimeoutMs\b/],
  [{ Signal: new AbortController().signal }, /`Signal` must be one of .*\bsignal\b/],
  [{ retry: { limits: 1 } }, /`retry.limits` must be one of .*\blimit\b/],
  [{ limit: 10 }, /`limit` must be one of /],
])('the misspelled option of %j is named, with the right ones', async (options, message) => {
  const { server, camunda } = await serve(() => ({ body: {} }))
  for (const client of [camunda, createUncheckedClient({ auth, baseUrl: server.url })]) {
    const failed = { code: 'config_invalid', message: expect.stringMatching(message) }
    await expect(client.processInstances.search({}, options as never)).rejects.toMatchObject(failed)
    await expect(client.jobs.complete('1', {}, options as never)).rejects.toMatchObject(failed)
  }
  expect(server.received).toEqual([])
})

test('searchAll names a misspelled option when it is called', async () => {
  const { camunda } = await serve(() => ({ body: {} }))
  expect(() => camunda.processInstances.searchAll({}, { timeOutMs: 1 } as never)).toThrow('`timeOutMs` must be one of')
  expect(() => camunda.processInstances.searchAll({}, { limit: 1, timeoutMs: 1 })).not.toThrow()
})
