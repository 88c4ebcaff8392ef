import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { order } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

async function start(): Promise<{ key: string; definition: string }> {
  const { deployments } = await client.deployments.create({ resources: [order()] })
  const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'order' })
  return { key: processInstanceKey, definition: deployments[0]?.processDefinition?.processDefinitionKey ?? '' }
}

const decisions = new File(
  [
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="g" name="g" namespace="x">
<decision id="d" name="d"><literalExpression id="l"><text>1</text></literalExpression></decision></definitions>`,
  ],
  'd.dmn',
)

async function evaluate(): Promise<string> {
  await client.deployments.create({ resources: [decisions] })
  const { decisionEvaluationKey } = await client.decisionDefinitions.evaluate({ decisionDefinitionId: 'd' })
  return decisionEvaluationKey
}

describe('history is deleted', () => {
  test('of a process instance that has ended', async () => {
    const { key } = await start()
    await expect(client.processInstances.delete(key)).rejects.toEqual(problem(409, 'INVALID_STATE'))
    await client.processInstances.cancel(key)
    await client.processInstances.delete(key)
    await expect(client.processInstances.get(key)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    expect((await client.elementInstances.search({ filter: { processInstanceKey: key } })).total).toBe(0)
    await expect(client.processInstances.delete(key)).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('of instances that a filter matches', async () => {
    const [one, two, three] = [await start(), await start(), await start()]
    for (const { key } of [one, two]) await client.processInstances.cancel(key)
    const { batchOperationKey, batchOperationType } = await client.processInstances.deleteBatch(
      { filter: {} },
      { everything: true },
    )
    expect(batchOperationType).toBe('DELETE_PROCESS_INSTANCE')
    expect(await client.batchOperations.get(batchOperationKey)).toMatchObject({ operationsCompletedCount: 2 })
    const left = await client.processInstances.search()
    expect(left.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([three.key])
  })

  test('of decisions', async () => {
    const [one, two] = [await evaluate(), await evaluate()]
    await client.decisionInstances.delete(one)
    await expect(client.decisionInstances.delete(one)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    const { items } = await client.decisionInstances.search()
    expect(items.map(({ decisionEvaluationKey }) => decisionEvaluationKey)).toEqual([two])
    const { batchOperationKey } = await client.decisionInstances.deleteBatch({ filter: { decisionDefinitionId: 'd' } })
    expect((await client.batchOperations.searchItems({ filter: { batchOperationKey } })).items).toMatchObject([
      { itemKey: two, processInstanceKey: null, operationType: 'DELETE_DECISION_INSTANCE' },
    ])
    expect((await client.decisionInstances.search()).total).toBe(0)
  })
})

describe('a resource is deleted', () => {
  test('while its instances drain', async () => {
    const { key, definition } = await start()
    expect(await client.resources.delete(definition)).toMatchObject({ resourceKey: definition, batchOperation: null })
    expect(await client.processDefinitions.get(definition)).toMatchObject({ state: 'DRAINING' })
    expect((await client.processDefinitions.search({ filter: { isLatestVersion: true } })).total).toBe(0)
    await expect(client.processInstances.create({ processDefinitionId: 'order' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
    const deleteHistory = { deleteHistory: true }
    await expect(client.resources.delete(definition, deleteHistory)).rejects.toEqual(problem(409, 'INVALID_STATE'))
    await client.processInstances.cancel(key)
    expect(await client.processDefinitions.get(definition)).toMatchObject({ state: 'DELETED' })
    const { batchOperation } = await client.resources.delete(definition, deleteHistory)
    expect(batchOperation).toMatchObject({ batchOperationType: 'DELETE_PROCESS_INSTANCE' })
    expect((await client.processInstances.search()).total).toBe(0)
    await expect(client.resources.delete(definition)).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('with its history, once its instances have ended', async () => {
    const ended = await start()
    await client.processInstances.cancel(ended.key)
    const { key, definition } = await start()
    const { batchOperation } = await client.resources.delete(definition, { deleteHistory: true })
    expect(batchOperation).toBeNull()
    expect(await client.processDefinitions.get(definition)).toMatchObject({ state: 'DRAINING' })
    expect((await client.processInstances.search()).total).toBe(2)
    await client.processInstances.cancel(key)
    expect((await client.processInstances.search()).total).toBe(0)
    expect((await client.elementInstances.search()).total).toBe(0)
    expect(await client.processDefinitions.get(definition)).toMatchObject({ state: 'DELETED' })
  })

  test('with the history of its decisions', async () => {
    await evaluate()
    const [graph] = (await client.decisionRequirements.search()).items
    const key = graph?.decisionRequirementsKey ?? ''
    const { batchOperation } = await client.resources.delete(key, { deleteHistory: true })
    expect(batchOperation).toMatchObject({ batchOperationType: 'DELETE_DECISION_INSTANCE' })
    expect((await client.decisionInstances.search()).total).toBe(0)
    await expect(client.decisionDefinitions.evaluate({ decisionDefinitionId: 'd' })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
  })
})
