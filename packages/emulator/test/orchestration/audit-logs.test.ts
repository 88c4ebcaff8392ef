import { beforeEach, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { bpmn, sequence } from './models.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const review = bpmn(
  'review',
  `${sequence('check')}<bpmn:userTask id="check"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>`,
)

test('a user task lists who changed it, how and when', async () => {
  const { clientId } = harness.emulator.credentials('cluster')
  await client.deployments.create({ resources: [review] })
  const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'review' })
  const [task] = (await client.userTasks.search()).items
  const userTaskKey = task?.userTaskKey ?? ''
  expect((await client.userTasks.searchAuditLogs(userTaskKey)).items).toEqual([])
  await client.userTasks.assign(userTaskKey, { assignee: 'jane' })
  harness.emulator.clock.advance(60_000)
  await client.userTasks.unassign(userTaskKey)
  await client.userTasks.update(userTaskKey, { changeset: { priority: 70 } })
  await client.userTasks.complete(userTaskKey)
  await expect(client.userTasks.complete(userTaskKey)).rejects.toMatchObject({ status: 404 })
  const { items } = await client.userTasks.searchAuditLogs(userTaskKey, {
    sort: [{ field: 'auditLogKey', order: 'ASC' }],
  })
  expect(items.map(({ operationType }) => operationType)).toEqual(['ASSIGN', 'UNASSIGN', 'UPDATE', 'COMPLETE'])
  expect(items[0]).toMatchObject({
    entityType: 'USER_TASK',
    entityKey: userTaskKey,
    userTaskKey,
    processInstanceKey,
    processDefinitionId: 'review',
    elementInstanceKey: task?.elementInstanceKey,
    actorType: 'CLIENT',
    actorId: clientId,
    category: 'USER_TASKS',
    result: 'SUCCESS',
  })
  const [first, second] = items.map(({ timestamp }) => Date.parse(timestamp))
  expect((second ?? 0) - (first ?? 0)).toBe(60_000)
  const found = await client.userTasks.searchAuditLogs(userTaskKey, { filter: { operationType: 'COMPLETE' } })
  expect(found.total).toBe(1)
  const key = found.items[0]?.auditLogKey ?? ''
  expect(await client.auditLogs.get(key)).toEqual(found.items[0])
  await expect(client.userTasks.searchAuditLogs('404')).rejects.toMatchObject({ status: 404 })
  await expect(client.auditLogs.get('404')).rejects.toMatchObject({ status: 404, title: 'NOT_FOUND' })
})

test('the audit log contains deployments, instances, batches and identity', async () => {
  const { deploymentKey } = await client.deployments.create({ resources: [review] })
  const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'review' })
  const { batchOperationKey } = await client.processInstances.cancelBatch({ filter: { processInstanceKey } })
  await client.roles.create({ roleId: 'crew', name: 'Crew' })
  await client.roles.assignToUser('crew', 'jane')
  const { authorizationKey } = await client.authorizations.create({
    ownerType: 'ROLE',
    ownerId: 'crew',
    resourceType: 'RESOURCE',
    resourceId: '*',
    permissionTypes: ['CREATE'],
  })
  const { items } = await client.auditLogs.search()
  expect(items.map((one) => `${one.entityType} ${one.operationType} ${one.category}`)).toEqual([
    'RESOURCE CREATE DEPLOYED_RESOURCES',
    'PROCESS_INSTANCE CREATE DEPLOYED_RESOURCES',
    'BATCH CREATE DEPLOYED_RESOURCES',
    'ROLE CREATE ADMIN',
    'ROLE ASSIGN ADMIN',
    'AUTHORIZATION CREATE ADMIN',
  ])
  expect(items).toMatchObject([
    { deploymentKey, processDefinitionId: 'review' },
    { entityKey: processInstanceKey, processInstanceKey, processDefinitionId: 'review' },
    { entityKey: batchOperationKey, batchOperationType: 'CANCEL_PROCESS_INSTANCE' },
    { entityKey: 'crew' },
    { entityKey: 'crew', relatedEntityKey: 'jane', relatedEntityType: 'USER' },
    { entityKey: authorizationKey, relatedEntityKey: 'crew', relatedEntityType: 'ROLE' },
  ])
})
