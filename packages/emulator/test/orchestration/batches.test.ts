import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { START } from '../support.ts'
import { order } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

async function start(count: number): Promise<string[]> {
  await client.deployments.create({ resources: [order()] })
  const keys: string[] = []
  for (let index = 0; index < count; index++) {
    const variables = { index }
    keys.push((await client.processInstances.create({ processDefinitionId: 'order', variables })).processInstanceKey)
  }
  return keys
}

async function fail(...keys: readonly string[]): Promise<void> {
  const { jobs } = await client.jobs.activate({
    type: 'charge',
    timeout: 1000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  })
  for (const { jobKey, processInstanceKey } of jobs) {
    if (keys.includes(processInstanceKey)) await client.jobs.fail(jobKey, { retries: 0 })
  }
}

describe('a batch operation', () => {
  test('cancels what its filter matches, and reports what it did', async () => {
    const keys = await start(3)
    const filter = { variables: [{ name: 'index', value: { $in: ['0', '2'] } }] }
    const { batchOperationKey, batchOperationType } = await client.processInstances.cancelBatch({ filter })
    expect(batchOperationType).toBe('CANCEL_PROCESS_INSTANCE')
    expect(await client.batchOperations.get(batchOperationKey)).toEqual({
      batchOperationKey,
      batchOperationType,
      state: 'COMPLETED',
      startDate: new Date(START).toISOString(),
      endDate: new Date(START).toISOString(),
      actorType: 'CLIENT',
      actorId: harness.emulator.credentials('cluster').clientId,
      operationsTotalCount: 2,
      operationsFailedCount: 0,
      operationsCompletedCount: 2,
      errors: [],
    })
    const { items } = await client.batchOperations.searchItems({ filter: { batchOperationKey } })
    expect(items.map(({ itemKey, state }) => [itemKey, state])).toEqual([
      [keys[0], 'COMPLETED'],
      [keys[2], 'COMPLETED'],
    ])
    const touched = await client.processInstances.search({ filter: { batchOperationKey } })
    expect(touched.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([keys[0], keys[2]])
    const active = await client.processInstances.search({ filter: { state: 'ACTIVE' } })
    expect(active.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([keys[1]])
    expect((await client.batchOperations.search({ filter: { operationType: 'CANCEL_PROCESS_INSTANCE' } })).total).toBe(
      1,
    )
    for (const verb of ['cancel', 'suspend', 'resume'] as const) {
      await expect(client.batchOperations[verb](batchOperationKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    }
    await expect(client.batchOperations.get('7')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('resolves incidents, and counts those that it cannot resolve', async () => {
    const [one = '', two = ''] = await start(2)
    await fail(one, two)
    const [job] = (await client.jobs.search({ filter: { processInstanceKey: one, state: 'FAILED' } })).items
    await client.jobs.update(job?.jobKey ?? '', { changeset: { retries: 1 } })
    const { batchOperationKey } = await client.processInstances.resolveIncidentsBatch({
      filter: { processDefinitionId: 'order' },
    })
    expect(await client.batchOperations.get(batchOperationKey)).toMatchObject({
      operationsTotalCount: 2,
      operationsFailedCount: 1,
      operationsCompletedCount: 1,
    })
    const { items } = await client.batchOperations.searchItems({ filter: { state: 'FAILED' } })
    expect(items).toMatchObject([{ processInstanceKey: two, errorMessage: expect.stringContaining('retries') }])
    expect((await client.incidents.search({ filter: { state: 'ACTIVE' } })).total).toBe(1)
    const again = await client.processInstances.resolveIncidents(two)
    expect(await client.batchOperations.get(again.batchOperationKey)).toMatchObject({ operationsFailedCount: 1 })
    await expect(client.processInstances.resolveIncidents('7')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('suspends and resumes', async () => {
    const [one = '', two = ''] = await start(2)
    await client.processInstances.suspend(one)
    await expect(client.processInstances.suspend(one)).rejects.toEqual(problem(409, 'INVALID_STATE'))
    expect(await client.processInstances.get(one)).toMatchObject({
      state: 'SUSPENDED',
      suspendedDate: new Date(START).toISOString(),
    })
    const activation = { type: 'charge', timeout: 1000, maxJobsToActivate: 10, requestTimeout: -1 }
    expect((await client.jobs.activate(activation)).jobs.map((job) => job.processInstanceKey)).toEqual([two])
    await client.processInstances.resume(one)
    expect(await client.processInstances.get(one)).toMatchObject({ state: 'ACTIVE', suspendedDate: null })
    await client.processInstances.suspendBatch({ filter: {} }, { everything: true })
    expect((await client.processInstances.search({ filter: { state: 'SUSPENDED' } })).total).toBe(2)
    await client.processInstances.resumeBatch({ filter: { processInstanceKey: one } })
    const suspended = await client.processInstances.search({ filter: { suspendedDate: { $exists: true } } })
    expect(suspended.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([two])
  })

  test('updates jobs', async () => {
    await start(2)
    await client.jobs.updateBatch({ filter: { type: 'charge' }, changeset: { retries: 9 } })
    expect((await client.jobs.search({ filter: { retries: 9 } })).total).toBe(2)
  })
})
