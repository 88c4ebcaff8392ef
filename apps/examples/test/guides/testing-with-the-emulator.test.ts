// #region unit
import { createOAuth } from '@x/auth'
import { createEmulator, type EmulatorOptions } from '@x/emulator'
import { createOperateClient } from '@x/operate'
import { describe, expect, it } from 'vitest'

function connect(options?: EmulatorOptions) {
  // Without the rate limit of one token request a second, tests need not wait.
  const camunda = createEmulator({ rateLimit: false, ...options })
  const { fetch } = camunda
  const auth = createOAuth({ ...camunda.credentials('cluster'), fetch, now: camunda.clock.now, minTokenIntervalMs: 0 })
  return { camunda, operate: createOperateClient({ auth, baseUrl: camunda.url('operate'), fetch }) }
}

it('finds what is there', async () => {
  const { camunda, operate } = connect()
  const { total } = await operate.incidents.search({ filter: { state: 'ACTIVE' }, size: 1 })
  expect(total).toBeGreaterThan(0)
  expect(camunda.journal.count({ kind: 'operate', status: 200 })).toBe(1)
})

// #endregion unit

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

// #region fixtures
it('shows your own process instances', async () => {
  const { operate } = connect({
    operate: {
      processInstances: [
        { bpmnProcessId: 'order', key: '2251799813690000', state: 'COMPLETED', variables: { orderId: 'A-1' } },
        { bpmnProcessId: 'order', incidents: [{ flowNodeId: 'charge-card', message: 'Card declined' }] },
      ],
    },
  })
  expect((await operate.processInstances.search()).total).toBe(2)
  const { items } = await operate.variables.search({ filter: { processInstanceKey: '2251799813690000' } })
  expect(items).toMatchObject([{ name: 'orderId', value: '"A-1"' }])
  expect((await operate.incidents.search()).items).toMatchObject([{ message: 'Card declined', state: 'ACTIVE' }])
})
// #endregion fixtures

it('opens and renews a session up to 8.7, whose login is another', async () => {
  const camunda = createEmulator({ deployment: 'self-managed', clusters: [{ name: 'old', minor: 7 }] })
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
  it('moves a token to its end without waiting for it', async () => {
    const { camunda, operate } = connect()
    await operate.incidents.search()
    camunda.clock.advance(25 * 3_600_000) // a token lives 24 hours
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'token' })).toBe(2)
  })
  // #endregion clock
})

describe('controls', () => {
  // #region controls
  it('goes on when all tokens are withdrawn: one 401, one new token', async () => {
    const { camunda, operate } = connect()
    await operate.incidents.search()
    camunda.controls.expireTokens()
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'operate', status: 401 })).toBe(1)
    expect(camunda.journal.count({ kind: 'token' })).toBe(2)
  })

  it('tells a rotated secret from everything else', async () => {
    const { camunda, operate } = connect()
    camunda.controls.rotateSecret(camunda.credentials('cluster').clientId)
    await expect(operate.incidents.search()).rejects.toMatchObject({ code: 'token_rejected', status: 401 })
  })
  // #endregion controls

  // #region failures
  it('asks again after a 503, and not after a 403', async () => {
    const { camunda, operate } = connect()
    camunda.controls.failNext({ kind: 'operate', answer: { status: 503, headers: { 'retry-after': '0' } } })
    await operate.incidents.search()
    expect(camunda.journal.count({ kind: 'operate' })).toBe(2)

    camunda.controls.failNext({ kind: 'operate', answer: { status: 403, body: '{"message":"no authorization"}' } })
    await expect(operate.incidents.search()).rejects.toMatchObject({ status: 403, detail: 'no authorization' })
    expect(camunda.journal.count({ kind: 'operate' })).toBe(3)
  })

  it('gives up on a server that never answers', async () => {
    const { camunda, operate } = connect()
    camunda.controls.failNext({ kind: 'operate', answer: 'hang' })
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
