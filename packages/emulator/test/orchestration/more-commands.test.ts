import { beforeEach, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { START } from '../support.ts'
import { order } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
  await client.deployments.create({ resources: [order()] })
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })
const activation = { type: 'charge', timeout: 1000, maxJobsToActivate: 10, requestTimeout: -1 }

test('a leased job is finished with its token, and only goes to workers with leases', async () => {
  await client.processInstances.create({ processDefinitionId: 'order' })
  const [first] = (await client.jobs.activate({ ...activation, withLease: true })).jobs
  harness.emulator.clock.advance(1000)
  expect((await client.jobs.activate(activation)).jobs).toEqual([])
  const [second] = (await client.jobs.activate({ ...activation, withLease: true })).jobs
  const jobKey = second?.jobKey ?? ''
  const stale = { jobLeaseToken: first?.jobLeaseToken ?? '' }
  expect(second?.jobLeaseToken).not.toBe(first?.jobLeaseToken)
  for (const lease of [stale, {}]) {
    await expect(client.jobs.complete(jobKey, lease)).rejects.toEqual(problem(409, 'INVALID_STATE'))
    await expect(client.jobs.fail(jobKey, lease)).rejects.toEqual(problem(409, 'INVALID_STATE'))
    await expect(client.jobs.throwError(jobKey, { errorCode: 'E', ...lease })).rejects.toEqual(
      problem(409, 'INVALID_STATE'),
    )
  }
  await expect(client.jobs.update(jobKey, { changeset: { retries: 5 }, ...stale })).rejects.toEqual(
    problem(409, 'INVALID_STATE'),
  )
  await client.jobs.update(jobKey, { changeset: { retries: 5 } })
  await client.jobs.complete(jobKey, { jobLeaseToken: second?.jobLeaseToken ?? '' })
  expect((await client.jobs.search({ filter: { state: 'COMPLETED' } })).total).toBe(1)
})

test('an instance starts at any element, and ends after a given one', async () => {
  const startInstructions = [{ elementId: 'ship' }]
  const { processInstanceKey } = await client.processInstances.create({
    processDefinitionId: 'order',
    startInstructions,
    runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: 'ship' }],
  })
  const [job] = (await client.jobs.activate({ ...activation, type: 'ship' })).jobs
  await client.jobs.complete(job?.jobKey ?? '')
  const { items } = await client.elementInstances.search({ filter: { processInstanceKey } })
  expect(items.map(({ elementId, state }) => [elementId, state])).toEqual([['ship', 'COMPLETED']])
  expect(await client.processInstances.get(processInstanceKey)).toMatchObject({ state: 'TERMINATED' })
  await expect(
    client.processInstances.create({ processDefinitionId: 'order', startInstructions: [{ elementId: 'start' }] }),
  ).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
})

test('a business id is assigned once, separately or with a job', async () => {
  const { processInstanceKey: key } = await client.processInstances.create({ processDefinitionId: 'order' })
  const [job] = (await client.jobs.activate(activation)).jobs
  await client.jobs.complete(job?.jobKey ?? '', { businessId: 'B-1' })
  expect(await client.processInstances.get(key)).toMatchObject({ businessId: 'B-1' })
  await client.processInstances.assignBusinessId(key, { businessId: 'B-1' })
  await expect(client.processInstances.assignBusinessId(key, { businessId: 'B-2' })).rejects.toEqual(
    problem(409, 'INVALID_STATE'),
  )
})

test('expressions are evaluated', async () => {
  const { processInstanceKey: scopeKey } = await client.processInstances.create({
    processDefinitionId: 'order',
    variables: { x: 1 },
  })
  expect(await client.expressions.evaluate({ expression: '= x + y', variables: { y: 2 }, scopeKey })).toMatchObject({
    expression: '= x + y',
    result: 3,
    warnings: [],
  })
  await expect(client.expressions.evaluate({ expression: '= 1 +' })).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
})

test('wait states are searched and counted', async () => {
  const { processInstanceKey: key } = await client.processInstances.create({ processDefinitionId: 'order' })
  await client.processInstances.modify(key, { activateInstructions: [{ elementId: 'charge' }, { elementId: 'ship' }] })
  const sort = [{ field: 'elementId', order: 'DESC' }] as const
  const { items, total } = await client.elementInstances.searchWaitStates({ filter: { waitStateType: 'JOB' }, sort })
  expect(items.map(({ elementId, bpmnProcessId }) => [elementId, bpmnProcessId])).toEqual([
    ['ship', 'order'],
    ['charge', 'order'],
    ['charge', 'order'],
  ])
  expect(items[0]?.details).toMatchObject({ waitStateType: 'JOB', jobType: 'ship', retries: 3 })
  expect(total).toBe(3)
  const filter = { processInstanceKey: key, elementId: 'charge' }
  expect((await client.elementInstances.searchWaitStates({ filter })).total).toBe(2)
  expect((await client.elementInstances.searchWaitStates({ filter: { waitStateType: 'TIMER' } })).total).toBe(0)
  expect(await client.processInstances.getWaitStateStatistics(key)).toEqual({
    items: [
      { elementId: 'charge', waitingCount: 2 },
      { elementId: 'ship', waitingCount: 1 },
    ],
  })
})

test('usage is counted between two dates', async () => {
  await client.processInstances.create({ processDefinitionId: 'order' })
  harness.emulator.clock.advance(60_000)
  await client.processInstances.create({ processDefinitionId: 'order' })
  const metrics = (from: number, to: number, withTenants = false) =>
    client.system.getUsageMetrics({ startTime: new Date(START + from), endTime: new Date(START + to), withTenants })
  const counts = (processInstances: number) => ({ processInstances, decisionInstances: 0, assignees: 0 })
  expect(await metrics(0, 0)).toEqual({ ...counts(1), activeTenants: 1, tenants: {} })
  expect(await metrics(0, 60_000, true)).toEqual({
    ...counts(2),
    activeTenants: 1,
    tenants: { '<default>': counts(2) },
  })
  expect(await metrics(1, 59_999)).toEqual({ ...counts(0), activeTenants: 0, tenants: {} })
})
