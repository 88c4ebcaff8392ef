// #region unit
import { createOAuth } from '@x/auth'
import { createEmulator, type EmulatorOptions } from '@x/emulator'
import { createOperateClient } from '@x/operate'
import { describe, expect, it } from 'vitest'

function connect(options?: EmulatorOptions) {
  // Without the limit of one token request per second, tests do not have to wait.
  const camunda = createEmulator({ rateLimit: false, ...options })
  const { fetch } = camunda
  const auth = createOAuth({ ...camunda.credentials('cluster'), fetch, now: camunda.clock.now, minTokenIntervalMs: 0 })
  return { camunda, operate: createOperateClient({ auth, baseUrl: camunda.url('operate'), fetch }) }
}

it('finds the sample data', async () => {
  const { camunda, operate } = connect()
  const { total } = await operate.incidents.search({ filter: { state: 'ACTIVE' }, size: 1 })
  expect(total).toBeGreaterThan(0)
  expect(camunda.journal.count({ kind: 'operate', status: 200 })).toBe(1)
})

// #endregion unit

// #region processes
import { createOrchestrationClient } from '@x/orchestration'

const REMINDER = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="reminder" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="to-wait" sourceRef="start" targetRef="wait" />
    <bpmn:intermediateCatchEvent id="wait">
      <bpmn:timerEventDefinition>
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="to-remind" sourceRef="wait" targetRef="remind" />
    <bpmn:serviceTask id="remind">
      <bpmn:extensionElements><zeebe:taskDefinition type="send-mail" /></bpmn:extensionElements>
    </bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`

it('reminds the customer after a week', async () => {
  const { camunda } = connect({ operate: { processInstances: 0 }, tokenLifetimeSeconds: 30 * 24 * 60 * 60 })
  const { fetch } = camunda
  const auth = createOAuth({ ...camunda.credentials('cluster'), fetch, now: camunda.clock.now, minTokenIntervalMs: 0 })
  const orchestration = createOrchestrationClient({ auth, baseUrl: camunda.url('orchestration'), fetch })
  const { deployments, processInstances, jobs } = orchestration

  await deployments.create({ resources: [new File([REMINDER], 'reminder.bpmn')] })
  const variables = { customer: 'ada@example.com' }
  const { processInstanceKey } = await processInstances.create({ processDefinitionId: 'reminder', variables })
  camunda.clock.advance(7 * 24 * 60 * 60 * 1000)
  const [mail] = (await jobs.activate({ type: 'send-mail', timeout: 60_000, maxJobsToActivate: 1 })).jobs
  expect(mail).toMatchObject({ processInstanceKey, variables })
  await jobs.complete(mail?.jobKey ?? '')
  expect(await processInstances.get(processInstanceKey)).toMatchObject({ state: 'COMPLETED' })
})

// #endregion processes

// #region http
import { type EmulatorServer, serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'

it('is reached over HTTP, with the file that Console offers', async () => {
  await using camunda: EmulatorServer = await serve()
  const { cluster } = parseCredentials(camunda.emulator.credentialsFile('cluster'))
  if (!cluster) throw new Error('the file has a cluster client')
  const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })
  await operate.processDefinitions.search()
  expect(camunda.emulator.journal.count({ kind: 'operate' })).toBe(1)
})

// #endregion http

// #region self-managed
import { createBasicAuth, createCookieLogin } from '@x/auth'

describe('Self-Managed', () => {
  const camunda = createEmulator({ deployment: 'self-managed' })
  const { fetch } = camunda

  it('accepts a token that was requested without an audience', async () => {
    const { cluster } = parseCredentials(camunda.credentialsFile('cluster'))
    if (!cluster) throw new Error('the file has a cluster client')
    const auth = createOAuth({ ...cluster, fetch })
    const operate = createOperateClient({ auth, baseUrl: cluster.operateUrl, audience: '', fetch })
    expect((await operate.incidents.search()).total).toBeGreaterThan(0)
  })

  const demo = { username: 'demo', password: 'demo' }
  it.each([
    ['HTTP Basic', createBasicAuth(demo)],
    ['a session cookie with its CSRF token', createCookieLogin({ ...demo, loginUrl: camunda.url('login'), fetch })],
  ])('accepts %s', async (_way, auth) => {
    const operate = createOperateClient({ auth, baseUrl: camunda.url('operate'), fetch })
    expect((await operate.incidents.search()).total).toBeGreaterThan(0)
  })
})
// #endregion self-managed

// #region data
it('shows only your own process instances', async () => {
  const { camunda, operate } = connect({ operate: { processInstances: 0 } })
  const { engine } = camunda
  await engine.deploy([{ name: 'reminder.bpmn', content: REMINDER }])
  engine.createInstance({ processDefinitionId: 'reminder', variables: { customer: 'ada@example.com' } })
  camunda.clock.advance(7 * 24 * 60 * 60 * 1000)
  engine.runUntilIdle()
  const [mail] = engine.activateJobs({ type: 'send-mail', timeout: 60_000, maxJobsToActivate: 1 })
  engine.failJob(mail?.jobKey ?? '', { retries: 0, errorMessage: 'Mailbox full' })

  const { items } = await operate.processInstances.search()
  expect(items).toMatchObject([{ bpmnProcessId: 'reminder', state: 'ACTIVE', incident: true }])
  expect((await operate.variables.search()).items).toMatchObject([{ name: 'customer', value: '"ada@example.com"' }])
  expect((await operate.incidents.search()).items).toMatchObject([{ message: 'Mailbox full', state: 'ACTIVE' }])
})
// #endregion data

it('opens and renews a session up to 8.7, with another login', async () => {
  const camunda = createEmulator({ deployment: 'self-managed', version: '8.7' })
  const { fetch } = camunda
  const loginUrl = `${camunda.url('operate')}/api/login`
  const auth = createCookieLogin({ loginUrl, username: 'demo', password: 'demo', fetch })
  const operate = createOperateClient({ auth, baseUrl: camunda.url('operate'), fetch })
  await operate.incidents.search()
  camunda.controls.expireTokens()
  await operate.incidents.search()
  expect(camunda.journal.count({ kind: 'login', status: 204 })).toBe(2)
  expect(camunda.journal.count({ kind: 'operate', status: 401 })).toBe(1)
  const refused = createCookieLogin({ loginUrl, username: 'demo', password: 'wrong', fetch })
  await expect(refused.headers('')).rejects.toMatchObject({ code: 'login_rejected' })
})

describe('the clock', () => {
  // #region clock
  it('expires a token without waiting', async () => {
    const { camunda, operate } = connect()
    await operate.incidents.search()
    camunda.clock.advance(25 * 3_600_000) // a token is valid for 24 hours
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'token' })).toBe(2)
  })
  // #endregion clock
})

describe('controls', () => {
  // #region controls
  it('continues after all tokens are revoked: one 401, one new token', async () => {
    const { camunda, operate } = connect()
    await operate.incidents.search()
    camunda.controls.expireTokens()
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'operate', status: 401 })).toBe(1)
    expect(camunda.journal.count({ kind: 'token' })).toBe(2)
  })

  it('distinguishes a rotated secret from other errors', async () => {
    const { camunda, operate } = connect()
    camunda.controls.rotateSecret(camunda.credentials('cluster').clientId)
    await expect(operate.incidents.search()).rejects.toMatchObject({ code: 'token_rejected', status: 401 })
  })
  // #endregion controls

  // #region failures
  it('retries after a 503, but not after a 403', async () => {
    const { camunda, operate } = connect()
    camunda.controls.failNext({ kind: 'operate', response: { status: 503, headers: { 'retry-after': '0' } } })
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'operate' })).toBe(2)

    camunda.controls.failNext({ kind: 'operate', response: { status: 403, body: '{"message":"no authorization"}' } })
    await expect(operate.incidents.search()).rejects.toMatchObject({ status: 403, detail: 'no authorization' })
    expect(camunda.journal.count({ kind: 'operate' })).toBe(3)
  })

  it('times out if a server never responds', async () => {
    const { camunda, operate } = connect()
    camunda.controls.failNext({ kind: 'operate', response: 'hang' })
    await expect(operate.incidents.search({}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timeout' })
  })
  // #endregion failures
})

// #region journal
it('costs one token, however many calls there are', async () => {
  const { camunda, operate } = connect()
  await Promise.all(Array.from({ length: 100 }, () => operate.incidents.search({ size: 1 })))
  expect(camunda.journal.count({ kind: 'token' })).toBe(1)
  expect(camunda.journal.count({ kind: 'operate', status: 200 })).toBe(100)
  // Each entry has time, kind, method, path, status and client; never a header, a query or a body.
  expect(camunda.journal.entries[0]).toMatchObject({ kind: 'token', method: 'POST', status: 200 })
})
// #endregion journal
