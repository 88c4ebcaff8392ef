import { beforeAll, describe, expect, it } from 'vitest'
import { hasPeers } from '../install-peers.ts'
import { useCamundaRestClient, useOrchestrationClusterApi } from './clusters.ts'
import type { ForeignClient } from './drive.ts'

const task = (id: string): string => `
<bpmn:serviceTask id="${id}">
  <bpmn:extensionElements><zeebe:taskDefinition type="${id}" /></bpmn:extensionElements>
</bpmn:serviceTask>`

/** Charges a card, waits for the message that a parcel was shipped, and ends. */
const ORDER = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="order" name="Order" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
    ${task('charge')}
    <bpmn:sequenceFlow id="f2" sourceRef="charge" targetRef="shipped" />
    <bpmn:intermediateCatchEvent id="shipped"><bpmn:messageEventDefinition messageRef="message" /></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f3" sourceRef="shipped" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
  <bpmn:message id="message" name="shipped">
    <bpmn:extensionElements><zeebe:subscription correlationKey="=orderId" /></bpmn:extensionElements>
  </bpmn:message>
</bpmn:definitions>`

/** A person approves a request, with a form. */
const APPROVAL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="approval" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="approve" />
    <bpmn:userTask id="approve" name="Approve">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="decision" />
        <zeebe:assignmentDefinition candidateGroups="managers" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="approve" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`
const FORM = JSON.stringify({ id: 'decision', type: 'default', components: [] })

describe.runIf(hasPeers())('@camunda8/orchestration-cluster-api drives the emulator', () => {
  const cluster = useOrchestrationClusterApi()
  let client: ForeignClient
  beforeAll(() => {
    client = cluster.client
  })
  const soon = { consistency: { waitUpToMs: 5000 } }

  it('deploys, starts, works, publishes and searches', async () => {
    const file = new File([ORDER], 'order.bpmn', { type: 'application/xml' })
    const { processes } = await client.createDeployment({ resources: [file] })
    expect(processes).toMatchObject([{ processDefinitionId: 'order', processDefinitionVersion: 1 }])
    const worker = client.createJobWorker({
      jobType: 'charge',
      jobTimeoutMs: 10_000,
      maxParallelJobs: 5,
      workerName: 'charger',
      jobHandler: (job: ForeignClient) => job.complete({ paid: job.variables.total }),
    })
    await client.publishMessage({
      name: 'shipped',
      correlationKey: 'A-1',
      timeToLive: 60_000,
      variables: { parcel: 'P-1' },
    })
    const done = await client.createProcessInstance({
      processDefinitionId: 'order',
      variables: { orderId: 'A-1', total: 7 },
      awaitCompletion: true,
      requestTimeout: 10_000,
    })
    expect(done.variables).toEqual({ orderId: 'A-1', total: 7, paid: 7, parcel: 'P-1' })
    worker.stop()
    const { processInstanceKey } = done
    const found = await client.searchProcessInstances({ filter: { state: 'COMPLETED' } }, soon)
    expect(found.items).toMatchObject([{ processInstanceKey, processDefinitionName: 'Order' }])
    const jobs = await client.searchJobs({ filter: { processInstanceKey } }, soon)
    expect(jobs.items).toMatchObject([{ type: 'charge', state: 'COMPLETED', worker: 'charger' }])
    const variables = await client.searchVariables({ filter: { processInstanceKey, name: 'paid' } }, soon)
    expect(variables.items).toMatchObject([{ value: '7' }])
    expect(await client.getProcessDefinitionXml({ processDefinitionKey: done.processDefinitionKey }, soon)).toBe(ORDER)
  })

  it('finds, assigns, updates and completes user tasks', async () => {
    const resources = [new File([APPROVAL], 'approval.bpmn'), new File([FORM], 'decision.form')]
    await client.createDeployment({ resources })
    const variables = { amount: 12 }
    const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId: 'approval', variables })
    const filter = { processInstanceKey, state: 'CREATED', candidateGroup: 'managers' }
    const { items } = await client.searchUserTasks({ filter }, soon)
    expect(items).toMatchObject([{ elementId: 'approve', name: 'Approve', assignee: null, priority: 50 }])
    const { userTaskKey } = items[0]
    await client.assignUserTask({ userTaskKey, assignee: 'jane' })
    await client.updateUserTask({ userTaskKey, changeset: { priority: 80 } })
    expect(await client.getUserTask({ userTaskKey }, soon)).toMatchObject({ assignee: 'jane', priority: 80 })
    expect(await client.getUserTaskForm({ userTaskKey }, soon)).toMatchObject({ formId: 'decision', schema: FORM })
    const seen = await client.searchUserTaskVariables({ userTaskKey, filter: { name: 'amount' } }, soon)
    expect(seen.items).toMatchObject([{ value: '12', processInstanceKey }])
    await client.completeUserTask({ userTaskKey, variables: { approved: true } })
    const found = await client.searchProcessInstances({ filter: { processInstanceKey, state: 'COMPLETED' } }, soon)
    expect(found.items).toHaveLength(1)
    const { items: results } = await client.searchVariables({ filter: { processInstanceKey, name: 'approved' } }, soon)
    expect(results).toMatchObject([{ value: 'true' }])
    await expect(client.completeUserTask({ userTaskKey })).rejects.toMatchObject({ status: 404 })
  })

  it('fails jobs, resolves their incidents, and throws errors', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'order',
      variables: { orderId: 'A-3' },
    })
    const activation = { type: 'charge', timeout: 10_000, maxJobsToActivate: 1 }
    const [job] = (await client.activateJobs(activation)).jobs
    await job.fail({ errorMessage: 'Bank is down', retries: 0 })
    const incidents = await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, soon)
    expect(incidents.items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'Bank is down' }])
    await client.updateJob({ jobKey: job.jobKey, changeset: { retries: 1 } })
    await client.resolveIncident({ incidentKey: incidents.items[0].incidentKey })
    const [again] = (await client.activateJobs(activation)).jobs
    expect(again.jobKey).toBe(job.jobKey)
    await client.throwJobError({ jobKey: job.jobKey, errorCode: 'DECLINED' })
    const others = await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, soon)
    expect(others.items).toMatchObject([{ errorType: 'UNHANDLED_ERROR_EVENT' }])
    await client.cancelProcessInstance({ processInstanceKey })
  })

  it('modifies, migrates and deletes', async () => {
    const deploy = async (name: string): Promise<string> => {
      const file = new File([ORDER.replace('name="Order"', `name="${name}"`)], 'order.bpmn')
      return (await client.createDeployment({ resources: [file] })).processes[0].processDefinitionKey
    }
    const variables = { orderId: 'A-4' }
    const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId: 'order', variables })
    await client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: 'shipped' }],
      terminateInstructions: [{ elementId: 'charge' }],
    })
    const targetProcessDefinitionKey = await deploy('Order, revised')
    const mappingInstructions = [{ sourceElementId: 'shipped', targetElementId: 'shipped' }]
    await client.migrateProcessInstance({ processInstanceKey, targetProcessDefinitionKey, mappingInstructions })
    expect(await client.getProcessInstance({ processInstanceKey }, soon)).toMatchObject({
      processDefinitionKey: targetProcessDefinitionKey,
      processDefinitionName: 'Order, revised',
    })
    await client.deleteResource({ resourceKey: targetProcessDefinitionKey })
    const byKey = { processDefinitionKey: targetProcessDefinitionKey }
    await expect(client.createProcessInstance(byKey)).rejects.toMatchObject({ status: 404 })
    await client.publishMessage({ name: 'shipped', correlationKey: 'A-4', timeToLive: 0 })
    expect(await client.getProcessInstance({ processInstanceKey }, soon)).toMatchObject({ state: 'COMPLETED' })
  })

  it('is rejected as by a real cluster', async () => {
    const missing = client.createProcessInstance({ processDefinitionId: 'nothing' })
    await expect(missing).rejects.toMatchObject({ status: 404 })
    const broken = new File([ORDER.replace('targetRef="charge"', 'targetRef="nowhere"')], 'broken.bpmn')
    await expect(client.createDeployment({ resources: [broken] })).rejects.toMatchObject({ status: 400 })
    const unknown = client.getProcessInstance(
      { processInstanceKey: '2251799813999999' },
      { consistency: { waitUpToMs: 0 } },
    )
    await expect(unknown).rejects.toMatchObject({ status: 404 })
  })

  it('administers identity', async () => {
    await client.createGroup({ groupId: 'sales', name: 'Sales' })
    await client.assignUserToGroup({ groupId: 'sales', username: 'jane' })
    const members = await client.searchUsersForGroup({ groupId: 'sales' }, soon)
    expect(members.items).toEqual([{ username: 'jane' }])
  })

  it('uses one token, and gets no sampled response', () => {
    expect(cluster.emulator.journal.count({ kind: 'token' })).toBe(1)
    expect(cluster.emulator.journal.count({ tier: 'sampled' })).toBe(0)
  })
})

describe.runIf(hasPeers())('CamundaRestClient of @camunda8/sdk drives the emulator', () => {
  const cluster = useCamundaRestClient()
  let client: ForeignClient
  beforeAll(() => {
    client = cluster.client
  })

  it('deploys, starts, works, publishes and searches', async () => {
    const { processes } = await client.deployResources([{ name: 'order.bpmn', content: ORDER }])
    expect(processes).toMatchObject([{ processDefinitionId: 'order' }])
    const worker = client.createJobWorker({
      type: 'charge',
      worker: 'charger',
      timeout: 10_000,
      maxJobsToActivate: 5,
      autoStart: true,
      jobHandler: (job: ForeignClient) => job.complete({ paid: job.variables.total }),
    })
    await client.publishMessage({
      name: 'shipped',
      correlationKey: 'A-1',
      timeToLive: 60_000,
      variables: { parcel: 'P-1' },
    })
    const done = await client.createProcessInstanceWithResult({
      processDefinitionId: 'order',
      variables: { orderId: 'A-1', total: 7 },
      requestTimeout: 10_000,
    })
    expect(done.variables).toMatchObject({ orderId: 'A-1', paid: 7, parcel: 'P-1' })
    worker.stop()
    const { processInstanceKey, processDefinitionKey } = done
    const found = await client.searchProcessInstances({ filter: { processInstanceKey } })
    expect(found.items).toMatchObject([{ processInstanceKey, state: 'COMPLETED' }])
    expect(await client.getProcessDefinitionXML(processDefinitionKey)).toBe(ORDER)
    expect((await client.searchElementInstances({ filter: { processInstanceKey } })).items).toHaveLength(4)
  })

  it('finds, assigns, updates and completes user tasks', async () => {
    await client.deployResources([
      { name: 'approval.bpmn', content: APPROVAL },
      { name: 'decision.form', content: FORM },
    ])
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'approval',
      variables: { amount: 12 },
    })
    // The client sends sort orders in lower case.
    const { items } = await client.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED' } })
    expect(items).toMatchObject([{ elementId: 'approve', candidateGroups: ['managers'] }])
    const { userTaskKey } = items[0]
    await client.assignUserTask({ userTaskKey, assignee: 'jane' })
    // `updateUserTask` sends a POST to a path that Camunda does not have.
    await expect(client.updateUserTask({ userTaskKey, changeset: {} })).rejects.toMatchObject({ statusCode: 404 })
    expect(await client.getUserTask(userTaskKey)).toMatchObject({ assignee: 'jane' })
    const seen = await client.searchUserTaskVariables({
      userTaskKey,
      sort: [{ field: 'name', order: 'ASC' }],
    })
    expect(seen.items).toMatchObject([{ name: 'amount', value: '12' }])
    await client.completeUserTask({ userTaskKey, variables: { approved: true } })
    const found = await client.searchProcessInstances({ filter: { processInstanceKey } })
    expect(found.items).toMatchObject([{ state: 'COMPLETED' }])
  })

  it('fails jobs, and resolves their incidents', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'order',
      variables: { orderId: 'A-3' },
    })
    const [job] = await client.activateJobs({ type: 'charge', timeout: 10_000, maxJobsToActivate: 1, worker: 'me' })
    expect(job).toMatchObject({ processInstanceKey, variables: { orderId: 'A-3' } })
    await job.fail({ errorMessage: 'Bank is down', retries: 0, retryBackOff: 0 })
    const { items } = await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } })
    expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'Bank is down' }])
    await client.updateJob({ jobKey: job.jobKey, retries: 1 })
    await client.resolveIncident(items[0].incidentKey)
    expect((await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } })).items).toEqual([])
  })

  it('cancels', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: 'order',
      variables: { orderId: 'A-2' },
    })
    await client.cancelProcessInstance({ processInstanceKey })
    const found = await client.searchProcessInstances({ filter: { state: 'TERMINATED' } })
    expect(found.items).toMatchObject([{ processInstanceKey }])
    await expect(client.cancelProcessInstance({ processInstanceKey })).rejects.toMatchObject({ statusCode: 404 })
  })

  it('uses one token, and gets no sampled response', () => {
    expect(cluster.emulator.journal.count({ kind: 'token' })).toBe(1)
    expect(cluster.emulator.journal.count({ tier: 'sampled' })).toBe(0)
  })
})
