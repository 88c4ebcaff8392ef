import { expect, test } from 'vitest'
import { createHarness } from '../sampled/harness.ts'
import { bpmn, sequence, serviceTask } from './models.ts'

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

test('called instances belong to their caller: hierarchy, incidents and cancellation', async () => {
  const { client } = await createHarness()
  const child = bpmn('child', sequence('work') + serviceTask('work'))
  const parent = bpmn(
    'parent',
    `${sequence('call')}
  <bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="child" /></bpmn:extensionElements></bpmn:callActivity>`,
  )
  await client.deployments.create({ resources: [child, parent] })
  const { processInstanceKey } = await client.processInstances.create({ processDefinitionId: 'parent' })
  const [called] = (await client.processInstances.search({ filter: { parentProcessInstanceKey: processInstanceKey } }))
    .items
  const calledKey = called?.processInstanceKey ?? ''
  expect((await client.processInstances.getCallHierarchy(calledKey)).map((entry) => entry.processInstanceKey)).toEqual([
    processInstanceKey,
    calledKey,
  ])
  const [job] = (await client.jobs.activate({ type: 'work', timeout: 1000, maxJobsToActivate: 1 })).jobs
  await client.jobs.fail(job?.jobKey ?? '', { retries: 0 })
  expect((await client.processInstances.searchIncidents(processInstanceKey, {})).items).toMatchObject([
    { processInstanceKey: calledKey },
  ])
  expect((await client.processInstances.get(processInstanceKey)).hasIncident).toBe(true)
  await expect(client.processInstances.cancel(calledKey)).rejects.toEqual(problem(409, 'INVALID_STATE'))
  await client.processInstances.cancelBatch({ filter: { processDefinitionId: { $in: ['parent', 'child'] } } })
  expect((await client.batchOperations.search()).items).toMatchObject([
    { operationsTotalCount: 1, operationsFailedCount: 0 },
  ])
  expect(await client.processInstances.get(calledKey)).toMatchObject({ state: 'TERMINATED' })
})
