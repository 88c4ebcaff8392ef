import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { bpmn, order, sequence, serviceTask } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

async function start(): Promise<string> {
  await client.deployments.create({ resources: [order()] })
  return (await client.processInstances.create({ processDefinitionId: 'order' })).processInstanceKey
}

async function active(processInstanceKey: string): Promise<string[]> {
  const { items } = await client.elementInstances.search({ filter: { processInstanceKey, state: 'ACTIVE' } })
  return items.map(({ elementId }) => elementId)
}

describe('a modification', () => {
  test('activates, moves and terminates', async () => {
    const key = await start()
    await client.processInstances.modify(key, {
      activateInstructions: [
        {
          elementId: 'ship',
          variableInstructions: [{ variables: { express: true } }, { variables: { parcel: 1 }, scopeId: 'ship' }],
        },
      ],
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'charge' },
          targetElementId: 'charge',
          ancestorScopeInstruction: { ancestorScopeType: 'sourceParent' },
        },
      ],
    })
    expect(await active(key)).toEqual(['ship', 'charge'])
    const { items } = await client.variables.search({ filter: { processInstanceKey: key } })
    expect(items.map(({ name, scopeKey }) => [name, scopeKey === key])).toEqual([
      ['express', true],
      ['parcel', false],
    ])
    await client.processInstances.modify(key, { terminateInstructions: [{ elementId: 'charge' }] })
    const [ship] = (await client.elementInstances.search({ filter: { elementId: 'ship' } })).items
    const elementInstanceKey = ship?.elementInstanceKey ?? ''
    await client.processInstances.modify(key, { terminateInstructions: [{ elementInstanceKey }] })
    expect(await client.processInstances.get(key)).toMatchObject({ state: 'TERMINATED' })
    await expect(
      client.processInstances.modify(key, { activateInstructions: [{ elementId: 'ship' }] }),
    ).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('takes -1 as the key of any scope', async () => {
    const key = await start()
    const activateInstructions = [{ elementId: 'ship', ancestorElementInstanceKey: '-1' }]
    const path = `/v2/process-instances/${key}/modification`
    expect((await harness.call('POST', path, { activateInstructions })).status).toBe(204)
    expect(await active(key)).toEqual(['charge', 'ship'])
  })

  test('with one invalid instruction changes nothing', async () => {
    const key = await start()
    const refused = client.processInstances.modify(key, {
      activateInstructions: [{ elementId: 'ship' }, { elementId: 'start' }],
    })
    await expect(refused).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    await expect(refused).rejects.toMatchObject({ detail: expect.stringContaining("'start' cannot be activated") })
    await expect(client.processInstances.modify(key, {})).rejects.toEqual(problem(400, 'INVALID_ARGUMENT'))
    expect(await active(key)).toEqual(['charge'])
  })

  test('of many: a batch operation moves what its filter matches', async () => {
    const [one, two] = [await start(), await start()]
    await client.processInstances.cancel(two)
    const three = await start()
    const { batchOperationKey, batchOperationType } = await client.processInstances.modifyBatch({
      filter: { processDefinitionId: 'order', processInstanceKey: { $in: [one, two] } },
      moveInstructions: [{ sourceElementId: 'charge', targetElementId: 'ship' }],
    })
    expect(batchOperationType).toBe('MODIFY_PROCESS_INSTANCE')
    expect(await client.batchOperations.get(batchOperationKey)).toMatchObject({
      operationsTotalCount: 1,
      operationsCompletedCount: 1,
    })
    expect([await active(one), await active(three)]).toEqual([['ship'], ['charge']])
  })
})

describe('a migration', () => {
  const plan = (targetProcessDefinitionKey: string, mapping: Readonly<Record<string, string>>) => ({
    targetProcessDefinitionKey,
    mappingInstructions: Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({
      sourceElementId,
      targetElementId,
    })),
  })

  async function deployNext(): Promise<string> {
    const content =
      sequence('charge', 'pack', 'ship') + serviceTask('charge') + serviceTask('pack') + serviceTask('ship')
    const { deployments } = await client.deployments.create({ resources: [bpmn('order', content)] })
    return deployments[0]?.processDefinition?.processDefinitionKey ?? ''
  }

  test('moves an instance to another version, where it continues', async () => {
    const key = await start()
    const target = await deployNext()
    await client.processInstances.migrate(key, plan(target, { charge: 'charge' }))
    expect(await client.processInstances.get(key)).toMatchObject({
      processDefinitionKey: target,
      processDefinitionVersion: 2,
    })
    const [job] = (await client.jobs.activate({ type: 'charge', timeout: 1000, maxJobsToActivate: 1 })).jobs
    await client.jobs.complete(job?.jobKey ?? '')
    expect(await active(key)).toEqual(['pack'])
  })

  test('is rejected without a mapping for active elements, to a missing definition, and of a missing instance', async () => {
    const key = await start()
    const target = await deployNext()
    const migrate = (instance: string, ...to: Parameters<typeof plan>) =>
      expect(client.processInstances.migrate(instance, plan(...to))).rejects
    await migrate(key, target, {}).toEqual(problem(409, 'INVALID_STATE'))
    await migrate(key, target, { charge: 'nothing' }).toEqual(problem(400, 'INVALID_ARGUMENT'))
    await migrate(key, '7', { charge: 'charge' }).toEqual(problem(404, 'NOT_FOUND'))
    await migrate('7', target, { charge: 'charge' }).toEqual(problem(404, 'NOT_FOUND'))
    expect(await client.processInstances.get(key)).toMatchObject({ processDefinitionVersion: 1 })
  })

  test('of many: a batch operation reports which instances it could not migrate', async () => {
    const [one, two] = [await start(), await start()]
    const target = await deployNext()
    await client.processInstances.modify(two, {
      moveInstructions: [
        { sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'charge' }, targetElementId: 'ship' },
      ],
    })
    const { batchOperationKey, batchOperationType } = await client.processInstances.migrateBatch({
      filter: { processDefinitionId: 'order' },
      migrationPlan: plan(target, { charge: 'pack' }),
    })
    expect(batchOperationType).toBe('MIGRATE_PROCESS_INSTANCE')
    expect(await client.batchOperations.get(batchOperationKey)).toMatchObject({
      operationsCompletedCount: 1,
      operationsFailedCount: 1,
    })
    const { items } = await client.batchOperations.searchItems({ filter: { state: 'FAILED' } })
    expect(items).toMatchObject([{ itemKey: two, errorMessage: expect.stringContaining("'ship'") }])
    expect(await active(one)).toEqual(['pack'])
  })
})
