import { createOAuth } from '@x/auth'
import { connectCluster } from '@x/camunda'
import type { CamundaVersion, Emulator } from '@x/emulator'
import { type ClusterCredentials, parseCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'
import { ApiError, NotYetError } from '@x/rest'
import { describe, expect, it } from 'vitest'
import { startAndWork, tourOf } from '../../src/guides/front-door/from-camunda-sdk.ts'
import { connect, createAndFind, reasonOf } from '../../src/guides/front-door/from-orchestration-cluster-api.ts'
import { canceled, decisions, failedJobs, twoPages } from '../../src/guides/front-door/operate-v1-to-v2.ts'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { run } from '../support/run.ts'

const order = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://example.com">
  <bpmn:process id="order" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="charge" />
    <bpmn:serviceTask id="charge"><bpmn:extensionElements><zeebe:taskDefinition type="charge-card" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="f2" sourceRef="charge" targetRef="end" /><bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`

/** Deploys the process that the programs start. */
async function deployOrder(emulator: Emulator): Promise<void> {
  const cluster = parseCredentials(emulator.credentialsFile('cluster')).cluster as ClusterCredentials
  await connectCluster(cluster).orchestration.deployments.create({ resources: [new File([order], 'order.bpmn')] })
}

const versionOf = (version: CamundaVersion) => ({ version, rateLimit: false as const })

describe('the front door', () => {
  it('finds stuck process instances on any version', async () => {
    const camunda = await startCamunda(versionOf('8.6'))
    const { code, stdout, stderr } = await run(
      'guides/front-door/stuck-instances.ts',
      [],
      variablesOf(camunda, 'cluster'),
    )
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[1-9]\d* stuck process instances on Camunda 8\.6\.\d+$/m)
  })
})

describe('from Operate v1 to v2', () => {
  it('requests and returns the same', async () => {
    const { emulator } = await startCamunda(versionOf('8.7'))
    const cluster = parseCredentials(emulator.credentialsFile('cluster')).cluster as ClusterCredentials
    const auth = createOAuth({ ...cluster, minTokenIntervalMs: 0 })
    const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl })
    const camunda = connectCluster(cluster, { auth })
    for (const question of [failedJobs, canceled, twoPages]) {
      const before = await question.operate(operate)
      expect(Object.keys(before).length).toBeGreaterThan(0)
      expect(await question.cluster(camunda)).toEqual(before)
    }
    const { items } = await operate.decisionInstances.search({ size: 1 })
    const processInstanceKey = items[0]?.processInstanceKey ?? ''
    const before = await decisions.operate(operate, processInstanceKey)
    expect(before.length).toBeGreaterThan(0)
    expect(await decisions.cluster(camunda, processInstanceKey)).toEqual(before)
  })
})

describe('from Camunda’s SDKs', () => {
  it('one object for the cluster and one for the organization replace `new Camunda8()`', async () => {
    const { emulator } = await startCamunda(versionOf('8.9'))
    const found = await tourOf(emulator.credentialsFile('both'))
    expect(found).toEqual({ instances: expect.any(Number), tasks: expect.any(Number), clusters: 1 })
    await deployOrder(emulator)
    const stop = new AbortController()
    emulator.journal.subscribe(({ path }) => path.endsWith('/completion') && stop.abort())
    expect(await startAndWork(emulator.credentialsFile('cluster'), stop.signal)).not.toEqual([])
  })

  it('waiting is an option, and errors have a status', async () => {
    const { emulator } = await startCamunda(versionOf('8.9'))
    const cluster = parseCredentials(emulator.credentialsFile('cluster')).cluster as ClusterCredentials
    await deployOrder(emulator)
    const auth = createOAuth(cluster)
    const camunda = connect(cluster.restUrl ?? '', { headers: () => auth.headers('zeebe.camunda.io') })
    expect(await createAndFind(camunda as never)).toMatchObject({ instance: { state: expect.any(String) } })
    expect(reasonOf(new NotYetError('a.b', undefined, 5000))).toBe('not there in time')
    const call = { operation: 'a.b', method: 'GET', url: '' }
    expect(reasonOf(new ApiError('', call, { status: 404, title: 'NOT_FOUND' }))).toBe('404 NOT_FOUND')
    expect(reasonOf(new TypeError('fetch failed'))).toBe('no response')
  })
})
