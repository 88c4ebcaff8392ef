import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from '../src/index.ts'
import { createCall, createConsole, createStill, fetchToken } from './support.ts'

const statusOf = async (emulator: Emulator, token?: string): Promise<number> =>
  (await createCall(emulator, emulator.url('console'), token)('GET', '/clusters')).status

const organizationToken = (emulator: Emulator): Promise<string> =>
  fetchToken(emulator, emulator.credentials('organization'), 'api.cloud.camunda.io')

test('a valid token is accepted, also with another case of the scheme', async () => {
  const emulator = createStill()
  const token = await organizationToken(emulator)
  expect(await statusOf(emulator, token)).toBe(200)
  const headers = { authorization: `bearer ${token}` }
  expect((await emulator.fetch(`${emulator.url('console')}/clusters`, { headers })).status).toBe(200)
})

test('401 for no token, another scheme, or a modified token', async () => {
  const emulator = createStill()
  const [head, claims, signature] = (await organizationToken(emulator)).split('.')
  const none = btoa(JSON.stringify({ alg: 'none' })).replace(/=+$/, '')
  const other = btoa(JSON.stringify({ aud: 'api.cloud.camunda.io' })).replace(/=+$/, '')
  expect(await statusOf(emulator)).toBe(401)
  for (const bad of [
    'nonsense',
    `${none}.${claims}.`,
    `${head}.${other}.${signature}`,
    `${head}.${claims}.AAAA`,
    `${head}.${claims}.!`,
  ]) {
    expect(await statusOf(emulator, bad)).toBe(401)
  }
})

test('401 for an expired token', async () => {
  const emulator = createStill({ tokenLifetimeSeconds: 60 })
  const token = await organizationToken(emulator)
  emulator.clock.advance(59_999)
  expect(await statusOf(emulator, token)).toBe(200)
  emulator.clock.advance(1)
  expect(await statusOf(emulator, token)).toBe(401)
})

test('tokens can be expired, and new ones are valid', async () => {
  const emulator = createStill()
  const token = await organizationToken(emulator)
  emulator.controls.expireTokens()
  expect(await statusOf(emulator, token)).toBe(401)
  expect(await statusOf(emulator, await organizationToken(emulator))).toBe(200)
})

test('401 for a token with another audience or for another cluster', async () => {
  const emulator = createStill()
  const cluster = emulator.credentials('cluster')
  const zeebe = await fetchToken(emulator, cluster, 'zeebe.camunda.io')
  const operate = await fetchToken(emulator, cluster, 'operate.camunda.io')
  const { body: clusters } = await (await createConsole(emulator))('GET', '/clusters')
  const search = async (token: string, clusterId: string): Promise<number> =>
    (await createCall(emulator, emulator.url('operate', clusterId), token)('POST', '/v1/process-instances/search', {}))
      .status
  expect(await statusOf(emulator, operate)).toBe(401)
  expect(await search(zeebe, clusters[0].uuid)).toBe(401)
  expect(await search(operate, clusters[0].uuid)).toBe(200)
  expect(await search(operate, clusters[1].uuid)).toBe(401)
  expect(await search(operate, 'unknown')).toBe(401)
})

test('403 for a client that lost its scope, 401 for a deleted client', async () => {
  const emulator = createStill()
  const { clusterId = '', ...cluster } = emulator.credentials('cluster')
  const token = await fetchToken(emulator, cluster, 'operate.camunda.io')
  const operate = createCall(emulator, emulator.url('operate'), token)
  emulator.controls.setPermissions(cluster.clientId, ['Zeebe'])
  const forbidden = await operate('POST', '/v1/incidents/search', {})
  expect(forbidden).toMatchObject({ status: 403, body: { status: 403, type: 'AccessDeniedException' } })
  expect(forbidden.headers.get('content-type')).toBe('application/problem+json')
  const camunda = await createConsole(emulator)
  expect((await camunda('DELETE', `/clusters/${clusterId}/clients/${cluster.clientId}`)).status).toBe(204)
  expect((await operate('POST', '/v1/incidents/search', {})).status).toBe(401)
})

describe('the body of a 401', () => {
  const refusal = async (unauthorizedBody: EmulatorOptions['unauthorizedBody']) => {
    const emulator = createStill({ unauthorizedBody })
    return createCall(emulator, emulator.url('console'))('GET', '/clusters')
  }

  test('is small JSON by default, or HTML or empty; the challenge is always there', async () => {
    const json = await refusal(undefined)
    expect(json.body).toEqual({ message: 'Unauthorized' })
    const html = await refusal('html')
    expect(html.body).toMatch(/^<html>/)
    expect(html.headers.get('content-type')).toBe('text/html')
    const empty = await refusal('empty')
    expect(empty.body).toBe('')
    for (const { status, headers } of [json, html, empty]) {
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).toBe('Bearer')
    }
  })
})
