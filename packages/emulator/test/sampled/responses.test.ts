import { createOrchestrationClient } from '@x/orchestration'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCall, createStill, fetchToken, START } from '../support.ts'
import { createHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await createHarness()
})

describe('samples', () => {
  test('repeat what the request says, and are the same for the same request', async () => {
    const { processInstances, groups } = harness.client
    const seven = await processInstances.get('7')
    expect(seven).toMatchObject({ processInstanceKey: '7', tenantId: '<default>', state: 'ACTIVE' })
    expect(await processInstances.get('7')).toEqual(seven)
    expect({ ...(await processInstances.get('8')), processInstanceKey: '7' }).not.toEqual(seven)
    expect(await groups.create({ groupId: 'sales', name: 'Sales' })).toMatchObject({ groupId: 'sales', name: 'Sales' })
  })

  test('have dates by the clock of the emulator', async () => {
    const { emulator, client } = await createHarness()
    const { startDate } = await client.processInstances.get('7')
    const age = START - Date.parse(startDate)
    expect(age).toBeGreaterThan(0)
    expect(age).toBeLessThan(32 * 24 * 60 * 60 * 1000)
    emulator.clock.advance(60_000)
    expect(Date.parse((await client.processInstances.get('7')).startDate)).toBe(START + 60_000 - age)
  })

  test('leave out what the version does not know', async () => {
    const { client } = await createHarness(8)
    const old = await client.processInstances.get('7')
    expect(Object.keys(await harness.client.processInstances.get('7'))).toContain('businessId')
    expect(Object.keys(old)).not.toContain('businessId')
  })
})

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('pages', () => {
  test('follow one another to the end, by cursor and by offset', async () => {
    const { processInstances, incidents } = harness.client
    const body = { page: { limit: 2 } }
    const all = await collect(processInstances.searchAll(body))
    expect(new Set(all.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(5)
    const first = await processInstances.search(body)
    expect(first).toMatchObject({ total: 5, totalIsExact: true, items: all.slice(0, 2) })
    const third = await processInstances.search({ page: { limit: 2, from: 4 } })
    expect(third.items).toEqual(all.slice(4))
    expect(await processInstances.search({ page: { after: third.endCursor ?? '' } })).toMatchObject({
      items: [],
      endCursor: null,
    })
    const second = await processInstances.search({ page: { limit: 2, before: third.startCursor ?? '' } })
    expect(second.items).toEqual(all.slice(2, 4))
    expect(await collect(incidents.getStatisticsByErrorAll({ page: { limit: 2 } }))).toHaveLength(5)
  })

  test('have three items unless the request says otherwise', async () => {
    expect((await harness.client.processInstances.search()).items).toHaveLength(3)
  })

  test('have no cursor of other searches', async () => {
    const { status, body } = await harness.call('POST', '/v2/process-instances/search', {
      page: { after: 'elsewhere' },
    })
    expect({ status, body }).toMatchObject({ status: 400, body: { detail: expect.stringContaining('page') } })
  })
})

describe('what clients probe with', () => {
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

  test('which an upgrade changes', async () => {
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

describe('files', () => {
  test('are deployed by their names', async () => {
    const names = ['order.bpmn', 'folder/risk.dmn', 'approve.form', 'notes.txt']
    const resources = names.map((name) => new File(['x'], name))
    const { deployments, tenantId } = await harness.client.deployments.create({ resources, tenantId: 'acme' })
    expect(tenantId).toBe('acme')
    const parts = deployments.map((entry) => Object.entries(entry).find(([, part]) => part !== null) ?? [])
    expect(parts).toMatchObject([
      ['processDefinition', { processDefinitionId: 'order', resourceName: 'order.bpmn', tenantId: 'acme' }],
      ['decisionRequirements', { decisionRequirementsId: 'risk', resourceName: 'folder/risk.dmn' }],
      ['decisionDefinition', { decisionDefinitionId: 'risk', name: 'risk' }],
      ['form', { formId: 'approve' }],
      ['resource', { resourceId: 'notes' }],
    ])
    const [, requirements, decision] = deployments
    expect(decision?.decisionDefinition?.decisionRequirementsKey).toBe(
      requirements?.decisionRequirements?.decisionRequirementsKey,
    )
  })

  test('are documents with their names, types and sizes, bytes unchanged on their way', async () => {
    const { documents } = harness.client
    const file = new File([Uint8Array.of(0, 255, 128)], 'scan.png', { type: 'image/png' })
    const { metadata, documentId } = await documents.create({ file }, {})
    expect(metadata).toMatchObject({ fileName: 'scan.png', contentType: 'image/png', size: 3 })
    const { createdDocuments } = await documents.createBatch({ files: [file, new File(['a'], 'ä "1".txt')] }, {})
    expect(createdDocuments.map(({ metadata }) => metadata.fileName)).toEqual(['scan.png', 'ä "1".txt'])
    expect(new Set(createdDocuments.map(({ documentId }) => documentId)).size).toBe(2)
    const { fileName, contentType, bytes } = await documents.get(documentId, {})
    expect([fileName, contentType]).toEqual(['sample.txt', 'application/octet-stream'])
    expect((await bytes()).length).toBeGreaterThan(0)
  })

  test('of diagrams are XML', async () => {
    const { processDefinitions, decisionDefinitions } = harness.client
    expect(await processDefinitions.getXml('7')).toContain('<bpmn:process id=')
    expect(await decisionDefinitions.getXml('7')).toContain('<decision id=')
  })
})

test('jobs are activated up to the number that is asked for', async () => {
  const { jobs } = harness.client
  const request = { type: 'charge', worker: 'me', timeout: 1000 }
  expect(await jobs.activate({ ...request, maxJobsToActivate: 1 })).toMatchObject({
    jobs: [{ type: 'charge', worker: 'me' }],
  })
  expect((await jobs.activate({ ...request, maxJobsToActivate: 10 })).jobs).toHaveLength(2)
})

describe('paths of the cluster', () => {
  test('a physical tenant has the API, from Camunda 8.10 on', async () => {
    const tenant = await createHarness(10, {}, { tenantPath: 'orders' })
    expect(await tenant.client.processInstances.get('7')).toMatchObject({ processInstanceKey: '7' })
    expect(tenant.emulator.journal.entries.at(-1)?.path).toContain('/physical-tenants/orders/v2/process-instances/7')
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
    ['tasklist', '/v1/tasks/7', 200],
    ['optimize', '/api/public/collection', 401],
    ['hub', '/api/v2/info', 401],
  ])('has %s for its application, and not all of them for users', async (name, path, statusForUsers) => {
    const emulator = createStill({ deployment: 'self-managed' })
    const token = await fetchToken(emulator, emulator.credentials('cluster'), '')
    const statuses = [`Bearer ${token}`, `Basic ${btoa('demo:demo')}`].map(async (authorization) => {
      return (await emulator.fetch(emulator.url(name) + path, { headers: { authorization } })).status
    })
    expect(await Promise.all(statuses)).toEqual([200, statusForUsers])
  })

  test('of Camunda 8.7 has an audience for each API, and no users of these APIs', async () => {
    const emulator = createStill({ deployment: 'self-managed', clusters: [{ name: 'old', minor: 7 }] })
    const token = await fetchToken(emulator, emulator.credentials('cluster'), '')
    const call = createCall(emulator, emulator.url('orchestration'), token)
    expect((await call('GET', '/v2/topology')).body.gatewayVersion).toBe('8.7.0')
    expect((await call('GET', '/v2/status')).status).toBe(404)
  })

  test('SaaS files name the address too', () => {
    const { emulator } = harness
    expect(emulator.credentialsFile('cluster')).toContain(
      `export ZEEBE_REST_ADDRESS='${emulator.url('orchestration')}'`,
    )
  })
})
