import { createOAuth, type OAuth } from '@x/auth'
import { type ConnectedCluster, connectCluster } from '@x/camunda'
import { type EmulatorServer, serve } from '@x/emulator/node'
import { type ClusterCredentials, parseCredentials } from '@x/env'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPeers } from './install-peers.ts'

// Runs the code that the guides show next to ours, unchanged.
const load = (name: string) => import(new URL(`../peers/${name}.js`, import.meta.url).href)

const order = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="order" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
    <bpmn:serviceTask id="charge"><bpmn:extensionElements><zeebe:taskDefinition type="charge-card" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="f2" sourceRef="charge" targetRef="end" /><bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`

let server: EmulatorServer
let auth: OAuth
let camunda: ConnectedCluster
beforeAll(async () => {
  server = await serve({ version: '8.8', rateLimit: false })
  const cluster = parseCredentials(server.emulator.credentialsFile('cluster')).cluster as ClusterCredentials
  auth = createOAuth({ ...cluster, minTokenIntervalMs: 0 })
  camunda = connectCluster(cluster, { auth })
  await camunda.orchestration.deployments.create({ resources: [new File([order], 'order.bpmn')] })
})
afterAll(() => server.close())

describe.runIf(hasPeers())('the code in the guides for', () => {
  test('@camunda8/sdk finds the same as the front door', async () => {
    const [{ failedJobs }, { createCamunda8 }] = await Promise.all([load('before/camunda-sdk'), load('camunda-sdk')])
    const sdk = createCamunda8(auth, {
      CAMUNDA_LOG_LEVEL: 'none',
      CAMUNDA_OPERATE_BASE_URL: server.emulator.url('operate'),
      ZEEBE_REST_ADDRESS: server.emulator.url('orchestration'),
    })
    const before = await failedJobs(sdk)
    expect(before.length).toBeGreaterThan(0)
    const v1 = connectCluster({ operateUrl: server.emulator.url('operate') }, { auth, version: '8.7' })
    const { items } = await v1.incidents.search({
      filter: { state: 'ACTIVE', errorType: 'JOB_NO_RETRIES' },
      sort: [{ field: 'creationTime', order: 'DESC' }],
      page: { limit: 10 },
    })
    expect(items.map(({ incidentKey, errorMessage }) => ({ key: incidentKey, message: errorMessage }))).toEqual(before)
  })

  test('@camunda8/orchestration-cluster-api waits where it must, and the front door where you choose', async () => {
    const [{ createAndFind }, { createCluster }] = await Promise.all([
      load('before/orchestration-cluster-api'),
      load('orchestration-cluster'),
    ])
    const before = await createAndFind(createCluster(auth, server.emulator.url('orchestration')))
    const { processInstances } = camunda.orchestration
    const { processInstanceKey } = await processInstances.create({ processDefinitionId: 'order' })
    const instance = await processInstances.get(processInstanceKey, { waitFor: true, waitForMs: 5000 })
    expect(Object.keys(instance).sort()).toEqual(Object.keys(before.instance).sort())
  })
})
