// #region unit
import { createOAuth } from '@x/auth'
import { createEmulator } from '@x/emulator'
import { createOperateClient } from '@x/operate'
import { describe, expect, it } from 'vitest'

function connect() {
  // Off for most tests: nobody has to keep the pace of one token request a second.
  const camunda = createEmulator({ rateLimit: false })
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
