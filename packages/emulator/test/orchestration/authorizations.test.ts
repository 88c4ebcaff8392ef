import { createOrchestrationClient, type OrchestrationClient } from '@x/orchestration'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmulatorServer, serve } from '../../src/node.ts'
import { createCall, fetchToken, type TokenCredentials } from '../support.ts'
import { bpmn, order, sequence, serviceTask } from './models.ts'

const forbidden = (detail: string) => expect.objectContaining({ status: 403, title: 'FORBIDDEN', detail })
const refused = expect.objectContaining({ status: 403, title: 'FORBIDDEN' })
const missing = expect.objectContaining({ status: 404, title: 'NOT_FOUND' })

/** Over HTTP: an administrator, and a client that may do nothing to begin with. */
let server: EmulatorServer
let admin: OrchestrationClient
let worker: OrchestrationClient
let workerId: string

beforeAll(async () => {
  server = await serve({
    port: 0,
    rateLimit: false,
    version: '8.10',
    operate: { processInstances: 0 },
    orchestration: { authorizations: true },
  })
})
afterAll(() => server.close())

async function connect(credentials: TokenCredentials): Promise<OrchestrationClient> {
  const token = await fetchToken(server.emulator, credentials, 'zeebe.camunda.io')
  const auth = { headers: async () => ({ authorization: `Bearer ${token}` }) }
  return createOrchestrationClient({ auth, baseUrl: server.emulator.url('orchestration'), retry: false })
}

beforeEach(async () => {
  const { emulator } = server
  emulator.reset()
  const tokenUrl = emulator.url('token')
  const owner = await fetchToken(emulator, emulator.credentials('organization'), 'api.cloud.camunda.io')
  const console = createCall(emulator, emulator.url('console'), owner)
  const credentials = emulator.credentials('cluster')
  const { body } = await console('POST', `/clusters/${credentials.clusterId}/clients`, { clientName: 'worker' })
  workerId = body.clientId
  admin = await connect(credentials)
  worker = await connect({ tokenUrl, ...body })
  const invoice = bpmn('invoice', sequence('charge') + serviceTask('charge'))
  await admin.deployments.create({ resources: [order(), invoice] })
})

/** Lets the worker do something with a resource. */
const permit = (resourceType: 'PROCESS_DEFINITION' | 'USER_TASK', resourceId: string, ...permissionTypes: never[]) =>
  admin.authorizations.create({ ownerType: 'CLIENT', ownerId: workerId, resourceType, resourceId, permissionTypes })
const permitProcess = (id: string, ...types: string[]) => permit('PROCESS_DEFINITION', id, ...(types as never[]))

describe('commands', () => {
  test('without the permission get a 403 that names it, and change nothing', async () => {
    await expect(worker.processInstances.create({ processDefinitionId: 'order' })).rejects.toEqual(
      forbidden(
        "Command 'CREATE' rejected with code 'FORBIDDEN': Insufficient permissions to perform operation 'CREATE_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION', required resource identifiers are one of '[*, order]'",
      ),
    )
    await expect(worker.deployments.create({ resources: [order('Other')] })).rejects.toEqual(
      forbidden(
        "Command 'CREATE' rejected with code 'FORBIDDEN': Insufficient permissions to perform operation 'CREATE' on resource 'RESOURCE'",
      ),
    )
    await expect(worker.roles.assignToClient('admin', workerId)).rejects.toEqual(refused)
    expect((await admin.processInstances.search()).total).toBe(0)
    expect((await admin.processDefinitions.search()).total).toBe(2)
  })

  test('are allowed for the listed resources, until the permission is revoked', async () => {
    const { authorizationKey } = await permitProcess('order', 'CREATE_PROCESS_INSTANCE', 'CANCEL_PROCESS_INSTANCE')
    const { processInstanceKey } = await worker.processInstances.create({ processDefinitionId: 'order' })
    await expect(worker.processInstances.create({ processDefinitionId: 'invoice' })).rejects.toEqual(refused)
    await expect(worker.processInstances.create({ processDefinitionId: 'nothing' })).rejects.toEqual(missing)
    await admin.authorizations.delete(authorizationKey)
    await expect(worker.processInstances.cancel(processInstanceKey)).rejects.toEqual(refused)
    await expect(worker.processInstances.cancel('404')).rejects.toEqual(missing)
    await permitProcess('*', 'CANCEL_PROCESS_INSTANCE')
    await worker.processInstances.cancel(processInstanceKey)
  })

  test('of workers only get the jobs of their processes', async () => {
    await admin.processInstances.create({ processDefinitionId: 'invoice' })
    await admin.processInstances.create({ processDefinitionId: 'order' })
    const activation = { type: 'charge', timeout: 60_000, maxJobsToActivate: 5, requestTimeout: -1 }
    expect((await worker.jobs.activate(activation)).jobs).toEqual([])
    await permitProcess('order', 'UPDATE_PROCESS_INSTANCE')
    const { jobs } = await worker.jobs.activate(activation)
    expect(jobs).toMatchObject([{ processDefinitionId: 'order' }])
    await worker.jobs.complete(jobs[0]?.jobKey as string)
    const [other] = (await admin.jobs.activate(activation)).jobs
    expect(other).toMatchObject({ processDefinitionId: 'invoice' })
    await expect(worker.jobs.complete(other?.jobKey as string)).rejects.toEqual(refused)
  })

  test('for messages and signals depend on what they reach', async () => {
    const beside = '<bpmn:message id="m" name="paid" /><bpmn:signal id="s" name="stop" />'
    const started = (kind: string, ref: string) => `
      <bpmn:startEvent id="start"><bpmn:${kind}EventDefinition ${kind}Ref="${ref}" /></bpmn:startEvent>
      <bpmn:endEvent id="end" /><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end" />`
    await admin.deployments.create({
      resources: [
        bpmn('by-message', started('message', 'm'), '', beside),
        bpmn('by-signal', started('signal', 's'), '', beside),
      ],
    })
    await expect(worker.messages.publish({ name: 'paid' })).rejects.toEqual(refused)
    await expect(worker.messages.correlate({ name: 'paid' })).rejects.toEqual(refused)
    await expect(worker.signals.broadcast({ signalName: 'stop' })).rejects.toEqual(refused)
    await permitProcess('by-message', 'UPDATE_PROCESS_INSTANCE')
    await expect(worker.messages.correlate({ name: 'paid' })).rejects.toEqual(refused)
    await permitProcess('by-message', 'CREATE_PROCESS_INSTANCE')
    await permitProcess('by-signal', 'CREATE_PROCESS_INSTANCE')
    await worker.messages.correlate({ name: 'paid' })
    await worker.signals.broadcast({ signalName: 'stop' })
    expect((await admin.processInstances.search()).total).toBe(2)
  })

  test('for many items only apply to those that the caller may read, and fail for those that it may not change', async () => {
    for (const processDefinitionId of ['order', 'order', 'invoice']) {
      await admin.processInstances.create({ processDefinitionId })
    }
    const cancelAll = () => worker.processInstances.cancelBatch({ filter: {} }, { everything: true })
    await expect(cancelAll()).rejects.toEqual(refused)
    const batch = { resourceType: 'BATCH', resourceId: '*', permissionTypes: ['CREATE', 'READ'] } as const
    await admin.authorizations.create({ ownerType: 'CLIENT', ownerId: workerId, ...batch })
    await permitProcess('order', 'READ_PROCESS_INSTANCE')
    const { batchOperationKey } = await cancelAll()
    expect(await worker.batchOperations.get(batchOperationKey)).toMatchObject({
      operationsTotalCount: 2,
      operationsFailedCount: 2,
    })
    await permitProcess('order', 'CANCEL_PROCESS_INSTANCE')
    await cancelAll()
    expect((await admin.processInstances.search({ filter: { state: 'ACTIVE' } })).items).toMatchObject([
      { processDefinitionId: 'invoice' },
    ])
  })
})

describe('reads', () => {
  test('get a 403 for what the caller may not read, and a 404 for what does not exist', async () => {
    const { processInstanceKey } = await admin.processInstances.create({ processDefinitionId: 'order' })
    await expect(worker.processInstances.get(processInstanceKey)).rejects.toEqual(
      forbidden("Unauthorized to perform operation 'READ_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION'"),
    )
    await expect(worker.processInstances.searchIncidents(processInstanceKey)).rejects.toEqual(refused)
    await expect(worker.processInstances.get('404')).rejects.toEqual(missing)
    await expect(worker.roles.get('admin')).rejects.toEqual(refused)
    await expect(worker.roles.get('nothing')).rejects.toEqual(missing)
    await permitProcess('order', 'READ_PROCESS_INSTANCE')
    expect(await worker.processInstances.get(processInstanceKey)).toMatchObject({ processDefinitionId: 'order' })
  })

  test('of many items return and count those that the caller may read', async () => {
    for (const processDefinitionId of ['order', 'order', 'invoice']) {
      await admin.processInstances.create({ processDefinitionId, variables: { paid: false } })
    }
    const totals = async (client: OrchestrationClient) => ({
      instances: (await client.processInstances.search()).total,
      definitions: (await client.processDefinitions.search()).total,
      jobs: (await client.jobs.search()).total,
      variables: (await client.variables.search()).total,
      elements: (await client.elementInstances.search({ filter: { type: 'SERVICE_TASK' } })).total,
      roles: (await client.roles.search()).total,
      authorizations: (await client.authorizations.search({ filter: { ownerId: 'connectors' } })).total,
    })
    const nothing = { instances: 0, definitions: 0, jobs: 0, variables: 0, elements: 0, roles: 0, authorizations: 0 }
    expect(await totals(worker)).toEqual(nothing)
    await permitProcess('order', 'READ_PROCESS_INSTANCE')
    expect(await totals(worker)).toEqual({ ...nothing, instances: 2, jobs: 2, variables: 2, elements: 2 })
    expect(await totals(admin)).toEqual({
      instances: 3,
      definitions: 2,
      jobs: 3,
      variables: 3,
      elements: 3,
      roles: 2,
      authorizations: 3,
    })
  })

  test('of statistics omit what the caller may not read', async () => {
    for (const processDefinitionId of ['order', 'invoice']) {
      await admin.processInstances.create({ processDefinitionId })
    }
    for (const { jobKey } of (await admin.jobs.activate({ type: 'charge', timeout: 60_000, maxJobsToActivate: 2 }))
      .jobs) {
      await admin.jobs.fail(jobKey, { retries: 0, errorMessage: 'No funds' })
    }
    const counts = async () =>
      (await worker.incidents.getStatisticsByError()).items.map((item) => item.activeInstancesWithErrorCount)
    const [order, invoice] = (await admin.processInstances.search()).items.map((one) => one.processInstanceKey)
    const elements = async (key = '') => (await worker.processInstances.getElementStatistics(key)).items.length
    const all = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }
    const jobs = async (client: OrchestrationClient) => (await client.jobs.getGlobalStatistics(all)).created.count
    expect([await counts(), await elements(order), await elements(invoice)]).toEqual([[], 0, 0])
    await permitProcess('invoice', 'READ_PROCESS_INSTANCE')
    expect([await counts(), await elements(order), await elements(invoice)]).toEqual([[1], 0, 2])
    expect([await jobs(worker), await jobs(admin)]).toEqual([0, 2])
  })
})

describe('owners', () => {
  test('are clients, their groups, and the roles of both', async () => {
    const { groups, roles } = admin
    const [group, role] = ['machines', 'crew']
    await groups.create({ groupId: group, name: 'Machines' })
    await roles.create({ roleId: role, name: 'Crew' })
    const scope = { ownerType: 'ROLE', ownerId: role, resourceType: 'PROCESS_DEFINITION', resourceId: 'order' } as const
    await admin.authorizations.create({ ...scope, permissionTypes: ['READ_PROCESS_DEFINITION'] })
    const total = async () => (await worker.processDefinitions.search()).total
    await groups.assignClient(group, workerId)
    expect(await total()).toBe(0)
    await roles.assignToGroup(role, group)
    expect(await total()).toBe(1)
    await groups.unassignClient(group, workerId)
    expect(await total()).toBe(0)
    await roles.assignToClient(role, workerId)
    expect(await total()).toBe(1)
    await roles.delete(role)
    expect(await total()).toBe(0)
  })

  test('are mapping rules that match the token of the caller', async () => {
    const rule = { claimName: 'client_id', claimValue: workerId, name: 'Me' }
    await admin.mappingRules.create({ ...rule, mappingRuleId: 'me', claimValue: 'somebody else' })
    await admin.roles.assignToMappingRule('admin', 'me')
    await expect(worker.roles.get('admin')).rejects.toEqual(refused)
    await admin.mappingRules.update('me', rule)
    expect(await worker.roles.get('admin')).toMatchObject({ roleId: 'admin' })
  })

  test('know their own authorizations', async () => {
    await permitProcess('order', 'READ_PROCESS_INSTANCE')
    const mine = await worker.authentication.searchMyAuthorizations()
    expect(mine).toMatchObject({ authorizationsEnabled: true, items: [{ resourceId: 'order', ownerId: workerId }] })
  })
})

test('a user task is available to the owners in its properties', async () => {
  const assigned = (candidates: string) => `${sequence('review')}
    <bpmn:userTask id="review"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:assignmentDefinition ${candidates} /></bpmn:extensionElements></bpmn:userTask>`
  await admin.deployments.create({
    resources: [
      bpmn('mine', assigned(`candidateUsers="${workerId}"`)),
      bpmn('ours', assigned('candidateGroups="machines"')),
    ],
  })
  for (const processDefinitionId of ['mine', 'ours']) await admin.processInstances.create({ processDefinitionId })
  const owner = { ownerType: 'CLIENT', ownerId: workerId, resourceType: 'USER_TASK' } as const
  const ids = async () => (await worker.userTasks.search()).items.map(({ processDefinitionId }) => processDefinitionId)
  expect(await ids()).toEqual([])
  await admin.authorizations.create({
    ...owner,
    resourcePropertyName: 'candidateUsers',
    permissionTypes: ['READ', 'UPDATE'],
  })
  expect(await ids()).toEqual(['mine'])
  await admin.groups.create({ groupId: 'machines', name: 'Machines' })
  await admin.groups.assignClient('machines', workerId)
  await admin.authorizations.create({ ...owner, resourcePropertyName: 'candidateGroups', permissionTypes: ['READ'] })
  expect(await ids()).toEqual(['mine', 'ours'])
  const [mine, ours] = (await worker.userTasks.search()).items
  await worker.userTasks.assign(mine?.userTaskKey as string, { assignee: workerId })
  await expect(worker.userTasks.assign(ours?.userTaskKey as string, { assignee: workerId })).rejects.toEqual(refused)
})

test('without the option, every caller has every permission', async () => {
  await using open = await serve({
    port: 0,
    version: '8.10',
    operate: { processInstances: 0 },
  })
  const { emulator } = open
  const token = await fetchToken(emulator, emulator.credentials('cluster'), 'zeebe.camunda.io')
  const call = createCall(emulator, emulator.url('orchestration'), token)
  expect((await call('DELETE', `/v2/roles/admin/clients/${emulator.credentials('cluster').clientId}`)).status).toBe(204)
  expect((await call('GET', '/v2/roles/admin')).status).toBe(200)
  const wrong = serve({ orchestration: { authorizations: 'yes' as never } })
  await expect(wrong).rejects.toThrow('orchestration.authorizations must be true or false.')
})
