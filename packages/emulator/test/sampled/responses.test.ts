import { createOrchestrationClient } from '@x/orchestration'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCall, createStill, fetchToken, START } from '../support.ts'
import { createHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await createHarness()
})

describe('samples', () => {
  test('repeat the values of the request, and are the same for the same request', async () => {
    const { agentInstances } = harness.client
    const seven = await agentInstances.get('7')
    expect(seven).toMatchObject({ agentInstanceKey: '7', tenantId: '<default>', status: 'UNKNOWN' })
    expect(await agentInstances.get('7')).toEqual(seven)
    expect({ ...(await agentInstances.get('8')), agentInstanceKey: '7' }).not.toEqual(seven)
  })

  test("have dates according to the emulator's clock", async () => {
    const { emulator, client } = await createHarness()
    const { creationDate } = await client.agentInstances.get('7')
    const age = START - Date.parse(creationDate)
    expect(age).toBeGreaterThan(0)
    expect(age).toBeLessThan(32 * 24 * 60 * 60 * 1000)
    emulator.clock.advance(60_000)
    expect(Date.parse((await client.agentInstances.get('7')).creationDate)).toBe(START + 60_000 - age)
  })

  test('omit members that the version does not have', async () => {
    const { client } = await createHarness(9)
    const membersOf = async ({ cluster }: Harness['client']) =>
      Object.keys((await cluster.getTopology()).brokers[0] ?? {})
    expect(await membersOf(harness.client)).toContain('brokerId')
    expect(await membersOf(client)).not.toContain('brokerId')
  })
})

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('pages', () => {
  test('can be followed to the end, by cursor and by offset', async () => {
    const { agentInstances } = harness.client
    const body = { page: { limit: 2 } }
    const all = await collect(agentInstances.searchAll(body))
    expect(new Set(all.map(({ agentInstanceKey }) => agentInstanceKey)).size).toBe(5)
    const first = await agentInstances.search(body)
    expect(first).toMatchObject({ total: 5, totalIsExact: true, items: all.slice(0, 2) })
    const third = await agentInstances.search({ page: { limit: 2, from: 4 } })
    expect(third.items).toEqual(all.slice(4))
    expect(await agentInstances.search({ page: { after: third.endCursor ?? '' } })).toMatchObject({
      items: [],
      endCursor: null,
    })
    const second = await agentInstances.search({ page: { limit: 2, before: third.startCursor ?? '' } })
    expect(second.items).toEqual(all.slice(2, 4))
  })

  test('have three items by default', async () => {
    expect((await harness.client.agentInstances.search()).items).toHaveLength(3)
  })

  test('reject cursors of other searches', async () => {
    const { status, body } = await harness.call('POST', '/v2/agent-instances/search', {
      page: { after: 'elsewhere' },
    })
    expect({ status, body }).toMatchObject({ status: 400, body: { detail: expect.stringContaining('page') } })
  })
})

describe('probes of clients', () => {
  test.each([
    [8, '8.8.0'],
    [9, '8.9.0'],
    [10, '8.10.0-alpha5'],
  ])('on Camunda 8.%i', async (minor, gatewayVersion) => {
    const { emulator, client, call } = await createHarness(minor)
    const { clusterId, clientId } = emulator.credentials('cluster')
    const topology = await client.cluster.getTopology()
    expect(topology).toMatchObject({ gatewayVersion, clusterSize: 1, brokers: [{ version: gatewayVersion }] })
    expect(topology.clusterId).toBe(minor > 8 ? clusterId : undefined)
    expect((await call('GET', '/v2/status')).status).toBe(204)
    expect(await client.license.get()).toMatchObject({ validLicense: true, expiresAt: null })
    expect(await client.authentication.getMe()).toMatchObject({
      username: clientId,
      tenants: [{ tenantId: '<default>' }],
    })
  })

  test('change with an upgrade', async () => {
    const { emulator, client } = await createHarness(8)
    const token = await fetchToken(emulator, emulator.credentials('organization'), 'api.cloud.camunda.io')
    const organization = createCall(emulator, emulator.url('console'), token)
    const { clusterId } = emulator.credentials('cluster')
    const { body: parameters } = await organization('GET', '/clusters/parameters')
    const { uuid } = parameters.channels[0].allowedGenerations.at(-1)
    const upgraded = await organization('PUT', `/clusters/${clusterId}/upgrade`, { newGenerationId: uuid })
    expect(upgraded.status).toBeLessThan(300)
    emulator.clock.advance(60 * 60 * 1000)
    expect((await client.cluster.getTopology()).gatewayVersion).toBe('8.9.0')
  })
})

describe('paths of the cluster', () => {
  test('include the API of a physical tenant from Camunda 8.10 on', async () => {
    const tenant = await createHarness(10, {}, { tenantPath: 'orders' })
    expect(await tenant.client.agentInstances.get('7')).toMatchObject({ agentInstanceKey: '7' })
    expect(tenant.emulator.journal.entries.at(-1)?.path).toContain('/physical-tenants/orders/v2/agent-instances/7')
    const { call } = await createHarness(9)
    expect((await call('GET', '/physical-tenants/orders/v2/topology')).status).toBe(404)
  })
})

describe('Self-Managed', () => {
  test('has one address, tokens of the installation, and users', async () => {
    const emulator = createStill({ deployment: 'self-managed' })
    const baseUrl = emulator.url('orchestration')
    expect(emulator.credentialsFile('cluster')).toContain(`export ZEEBE_REST_ADDRESS='${baseUrl}'`)
    const token = await fetchToken(emulator, emulator.credentials('cluster'), '')
    for (const authorization of [`Bearer ${token}`, `Basic ${btoa('demo:demo')}`]) {
      const auth = { headers: async () => ({ authorization }) }
      const client = createOrchestrationClient({ auth, baseUrl, fetch: emulator.fetch, validate: 'strict' })
      expect((await client.cluster.getTopology()).gatewayVersion).toBe('8.9.0')
    }
    expect(emulator.journal.count({ kind: 'orchestration', clientId: 'demo' })).toBe(1)
  })

  test.each([
    ['tasklist', '/v1/tasks/7', 404, 404],
    ['optimize', '/api/public/collection', 401],
    ['hub', '/api/v2/info', 401],
  ])(
    'has %s for its application, and not all of them for users',
    async (name, path, statusForUsers, statusForApplications = 200) => {
      const emulator = createStill({ deployment: 'self-managed' })
      const token = await fetchToken(emulator, emulator.credentials('cluster'), '')
      const statuses = [`Bearer ${token}`, `Basic ${btoa('demo:demo')}`].map(async (authorization) => {
        return (await emulator.fetch(emulator.url(name) + path, { headers: { authorization } })).status
      })
      expect(await Promise.all(statuses)).toEqual([statusForApplications, statusForUsers])
    },
  )

  test('of Camunda 8.7 has an audience for each API, and no users for these APIs', async () => {
    const emulator = createStill({ deployment: 'self-managed', version: '8.7' })
    const token = await fetchToken(emulator, emulator.credentials('cluster'), '')
    const call = createCall(emulator, emulator.url('orchestration'), token)
    expect((await call('GET', '/v2/topology')).body.gatewayVersion).toBe('8.7.0')
    expect((await call('GET', '/v2/status')).status).toBe(404)
  })

  test('SaaS files contain the address', () => {
    const { emulator } = harness
    expect(emulator.credentialsFile('cluster')).toContain(
      `export ZEEBE_REST_ADDRESS='${emulator.url('orchestration')}'`,
    )
  })
})
