import { beforeAll, describe, expect, it } from 'vitest'
import { hasPeers } from '../install-peers.ts'
import { useOrchestrationClusterApi } from './clusters.ts'
import type { ForeignClient } from './drive.ts'

/** A person reviews an order, if the listener agrees. */
const REVIEW = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="review-order" name="Review an order" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review" />
    <bpmn:userTask id="review" name="Review it">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="sales" />
        <zeebe:taskListeners><zeebe:taskListener eventType="completing" type="check-review" /></zeebe:taskListeners>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`

describe.runIf(hasPeers())('@camunda8/orchestration-cluster-api drives the emulator', () => {
  const cluster = useOrchestrationClusterApi()
  const soon = { consistency: { waitUpToMs: 5000 } }
  let client: ForeignClient
  beforeAll(() => {
    client = cluster.client
  })

  it('works on task listeners, which deny and correct', async () => {
    await client.createDeployment({ resources: [new File([REVIEW], 'review.bpmn')] })
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'review-order',
      variables: { orderId: 'A-1' },
    })
    const filter = { processInstanceKey, candidateGroup: 'sales' }
    const { items } = await client.searchUserTasks({ filter }, soon)
    expect(items).toMatchObject([{ name: 'Review it', state: 'CREATED' }])
    const { userTaskKey } = items[0]
    await client.assignUserTask({ userTaskKey, assignee: 'jane', allowOverride: false })
    const claim = client.assignUserTask({ userTaskKey, assignee: 'joe', allowOverride: false })
    await expect(claim).rejects.toMatchObject({ status: 409 })

    const worker = client.createJobWorker({
      jobType: 'check-review',
      jobTimeoutMs: 10_000,
      maxParallelJobs: 5,
      workerName: 'checker',
      jobHandler: (job: ForeignClient) => {
        const denied = job.variables.approved !== true
        const result = denied ? { denied, deniedReason: 'not approved' } : { corrections: { assignee: 'boss' } }
        return job.complete({}, { type: 'userTask', ...result })
      },
    })
    const refused = client.completeUserTask({ userTaskKey, variables: { approved: false } })
    await expect(refused).rejects.toMatchObject({ status: 409, detail: expect.stringContaining('not approved') })
    await client.completeUserTask({ userTaskKey, variables: { approved: true } })
    worker.stop()
    expect(await client.getUserTask({ userTaskKey }, soon)).toMatchObject({
      state: 'COMPLETED',
      assignee: 'boss',
    })
    expect(await client.getProcessInstance({ processInstanceKey }, soon)).toMatchObject({ state: 'COMPLETED' })
    expect(cluster.emulator.journal.count({ tier: 'sampled' })).toBe(0)
  })
})
