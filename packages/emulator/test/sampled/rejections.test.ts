import { beforeAll, describe, expect, test } from 'vitest'
import { createCall, fetchToken, ORIGIN, START } from '../support.ts'
import { createHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await createHarness()
})

const SEARCH = '/v2/process-instances/search'
const CREATE = '/v2/process-instances'

describe('an invalid request is a 400 that names the member', () => {
  test.each([
    ['POST', SEARCH, { filter: { processInstanceKy: '7' } }, 'filter.processInstanceKy is not a known member'],
    ['POST', SEARCH, { filter: { state: { $eq: 7 } } }, 'filter.state.$eq must be'],
    ['POST', SEARCH, { page: { limit: 0 } }, 'page.limit must be'],
    ['POST', SEARCH, [], 'must be'],
    ['POST', CREATE, { processDefinitionId: 7 }, 'processDefinitionId must be'],
    ['POST', '/v2/jobs/activation', { type: 'charge' }, 'timeout is required; maxJobsToActivate is required'],
    ['GET', '/v2/process-instances/seven', undefined, 'processInstanceKey must be a key'],
    ['GET', '/v2/system/usage-metrics?startTime=2026-01-01T00:00:00Z', undefined, 'endTime is required'],
    ['POST', '/v2/variables/search?truncateValues=maybe', {}, 'truncateValues must be'],
    ['POST', '/v2/variables/search?truncate=true', {}, 'truncate is not a known member'],
  ])('%s %s %j', async (method, path, body, message) => {
    const response = await harness.call(method, path, body)
    const instance = path.replace(/\?.*/, '')
    expect(response).toMatchObject({
      status: 400,
      body: {
        type: 'about:blank',
        title: /^[\w.; ]*is required/.test(message) ? 'INVALID_ARGUMENT' : 'Bad Request',
        status: 400,
        detail: expect.stringContaining(message),
        instance,
      },
    })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(harness.emulator.journal.entries.at(-1)).toMatchObject({ status: 400, kind: 'orchestration' })
    expect(harness.emulator.journal.entries.at(-1)?.tier).toBeUndefined()
  })

  test('if an older version does not have it', async () => {
    const { call } = await createHarness(8)
    const { status, body } = await call('POST', SEARCH, { filter: { businessId: 'A-1' } })
    expect({ status, detail: body.detail }).toEqual({
      status: 400,
      detail: expect.stringContaining('filter.businessId is known from Camunda 8.9 on'),
    })
  })
})

test('values of enumerations may be in lower case, as on the real server', async () => {
  const body = { filter: { state: { $in: ['active'] } }, sort: [{ field: 'STARTDATE', order: 'desc' }] }
  expect(await harness.call('POST', SEARCH, body)).toMatchObject({ status: 200, body: { items: [] } })
  const wrong = { filter: { state: 'activ' }, sort: [{ field: 'startDate', order: 'down' }] }
  expect((await harness.call('POST', SEARCH, wrong)).body.detail).toMatch(/sort\.0\.order must be one of ASC, DESC/)
})

async function send(path: string, contentType: string, body?: BodyInit): Promise<{ status: number; detail: string }> {
  const { emulator, token } = harness
  const headers = { authorization: `Bearer ${token}`, ...(contentType && { 'content-type': contentType }) }
  const url = emulator.url('orchestration') + path
  const response = await emulator.fetch(url, { method: 'POST', headers, ...(body !== undefined && { body }) })
  return { status: response.status, detail: ((await response.json()) as { detail: string }).detail }
}

test.each([
  [CREATE, 'application/json', undefined, 400, 'Required request body is missing'],
  [CREATE, 'application/json', '{', 400, 'Failed to read request'],
  [CREATE, 'text/plain', '{}', 415, "Content-Type 'text/plain' is not supported."],
  ['/v2/deployments', 'application/json', '{}', 415, "Content-Type 'application/json' is not supported."],
  ['/v2/deployments', 'multipart/form-data; boundary=x', 'x', 400, 'Failed to parse multipart servlet request'],
])('POST %s as %s with %s is %i', async (path, contentType, body, status, detail) => {
  expect(await send(path, contentType, body)).toEqual({ status, detail })
})

test('a form without its files', async () => {
  const form = new FormData()
  form.append('tenantId', 'acme')
  expect(await send('/v2/deployments', '', form)).toEqual({ status: 400, detail: 'resources is required.' })
})

describe('an unknown path', () => {
  test.each([
    '/v2/nowhere',
    '/v2/cluster/v2/status',
    '/v1/process-instances',
    '/physical-tenants/orders/cluster/v2/topology',
    '/',
  ])('%s', async (path) => {
    const { status, body, headers } = await harness.call('GET', path)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: `No static resource ${path.slice(1)}.`,
      instance: path,
    })
  })

  test('and another method', async () => {
    const { status, headers } = await harness.call('DELETE', '/v2/topology')
    expect([status, headers.get('allow')]).toEqual([405, 'GET'])
  })
})

describe('tokens', () => {
  test('are required, even for unknown paths', async () => {
    const anyone = createCall(harness.emulator, harness.emulator.url('orchestration'))
    for (const path of ['/v2/topology', '/v2/nowhere', '/cluster/v2/topology']) {
      expect((await anyone('GET', path)).status).toBe(401)
    }
  })

  test.each(['/v2/status', '/v2/license', '/cluster/v2/status', '/cluster/v2/status/upgrade'])(
    'are not required for %s',
    async (path) => {
      const { emulator } = harness
      expect((await createCall(emulator, emulator.url('orchestration'))('GET', path)).status).toBeLessThan(300)
      // The path, not the method, needs none.
      expect((await createCall(emulator, emulator.url('orchestration'))('POST', path, {})).status).toBe(401)
    },
  )

  test('for another audience or another cluster, or expired ones, are rejected', async () => {
    const clusters = [{ name: 'one' }, { name: 'two' }]
    const { emulator, call, token } = await createHarness(9, { clusters })
    const operate = await fetchToken(emulator, emulator.credentials('cluster'), 'operate.camunda.io')
    expect((await createCall(emulator, emulator.url('orchestration'), operate)('GET', '/v2/topology')).status).toBe(401)
    const { body } = await createCall(emulator, ORIGIN)('GET', '/')
    const addresses = body.addresses.filter(({ name }: { name: string }) => name === 'orchestration')
    const statuses = addresses.map(async ({ url }: { url: string }) => {
      return (await createCall(emulator, url, token)('GET', '/v2/topology')).status
    })
    expect(await Promise.all(statuses)).toEqual([200, 401])
    emulator.clock.advance(25 * 60 * 60 * 1000)
    expect((await call('GET', '/v2/topology')).status).toBe(401)
  })

  test('of a client without the scope are a 403', async () => {
    const { emulator, call } = await createHarness()
    emulator.controls.setPermissions(emulator.credentials('cluster').clientId, ['Operate'])
    const { status, body } = await call('GET', '/v2/topology')
    expect({ status, body }).toMatchObject({ status: 403, body: { title: 'Forbidden', status: 403 } })
  })
})

describe('controls', () => {
  test('planned failures select it by its name, and reset() removes them', async () => {
    const { emulator, call } = await createHarness()
    emulator.controls.failNext({
      kind: 'orchestration',
      times: 3,
      response: { status: 503, headers: { 'retry-after': '1' } },
    })
    const { status, headers } = await call('GET', '/v2/topology')
    expect([status, headers.get('retry-after')]).toEqual([503, '1'])
    emulator.controls.failNext({ kind: 'orchestration', response: 'disconnect' })
    emulator.reset()
    expect((await call('GET', '/v2/topology')).status).toBe(200)
    expect(emulator.journal.count({ tier: 'sampled' })).toBe(1)
  })

  test('a suspended cluster does not respond', async () => {
    const { emulator, call } = await createHarness()
    const { clusterId = '' } = emulator.credentials('cluster')
    emulator.controls.setClusterStatus(clusterId, 'Suspended')
    expect((await call('GET', '/v2/topology')).status).toBe(503)
  })

  test('equal requests at the same time have equal responses, also after a reset', async () => {
    const { emulator, call } = await createHarness(10, { now: () => START })
    const before = await call('POST', SEARCH, {})
    emulator.reset()
    expect((await call('POST', SEARCH, {})).body).toEqual(before.body)
  })
})
