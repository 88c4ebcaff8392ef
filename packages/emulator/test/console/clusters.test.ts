import { beforeEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { type Call, createConsole, createStill, START } from '../support.ts'

let emulator: Emulator
let camunda: Call
let id: string

beforeEach(async () => {
  emulator = createStill({ limits: { clusters: 4 } })
  camunda = await createConsole(emulator)
  id = emulator.credentials('cluster').clusterId ?? ''
})

/** A body for the newest stable generation, or with changes. */
async function creation(
  changes: Record<string, unknown> = {},
  channelName = 'Stable',
): Promise<Record<string, unknown>> {
  const { body } = await camunda('GET', '/clusters/parameters')
  const channel = body.channels.find((candidate: { name: string }) => candidate.name === channelName)
  return {
    name: 'A new one',
    planTypeId: body.clusterPlanTypes[0].uuid,
    channelId: channel.uuid,
    generationId: channel.defaultGeneration.uuid,
    regionId: body.regions[1].uuid,
    ...changes,
  }
}

const readyOf = async (clusterId: string): Promise<string> =>
  (await camunda('GET', `/clusters/${clusterId}`)).body.status.ready

describe('seeded clusters', () => {
  test('are two healthy clusters with the addresses of their components', async () => {
    const { body } = await camunda('GET', '/clusters')
    expect(body).toHaveLength(2)
    expect(body[0]).toMatchObject({
      uuid: id,
      name: 'Orders production',
      labels: ['prod'],
      generation: { name: expect.stringContaining('8.8') },
      status: { ready: 'Healthy', operateStatus: 'Healthy' },
      links: { oauth: emulator.url('token'), operate: emulator.url('operate', id) },
      encryption: { type: 'Provider' },
      ipallowlist: [],
    })
    expect(body[1].generation.name).toContain('8.9')
    expect((await camunda('GET', `/clusters/${id}`)).body).toEqual(body[0])
  })

  test('can be configured', async () => {
    const other = createStill({ clusters: [{ name: 'Only one', region: 'syd-1', version: '8.7', stage: 'dev' }] })
    const { body } = await (await createConsole(other))('GET', '/clusters')
    expect(body).toMatchObject([{ name: 'Only one', generation: { name: expect.stringContaining('8.7') } }])
    expect(other.credentials('cluster').region).toBe('syd-1')
    expect(() => createStill({ clusters: [{ name: 'a', region: 'europe-west1' }] })).toThrow(
      /region must be one of bru-2/,
    )
  })

  test('show their IP allowlist only to clients that may read it', async () => {
    const blind = await createConsole(emulator, ['Cluster:get'])
    expect((await blind('GET', `/clusters/${id}`)).body).not.toHaveProperty('ipallowlist')
  })
})

describe('creation', () => {
  test('returns an id immediately, and the cluster becomes healthy as the clock advances', async () => {
    const { status, body } = await camunda(
      'POST',
      '/clusters',
      await creation({ stageLabel: 'stage', autoUpdate: true }),
    )
    expect(status).toBe(200)
    const { clusterId } = body
    expect(body).toEqual({ clusterId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) })
    expect(await readyOf(clusterId)).toBe('Creating')
    emulator.clock.advance(59_999)
    expect(await readyOf(clusterId)).toBe('Creating')
    emulator.clock.advance(1)
    expect((await camunda('GET', `/clusters/${clusterId}`)).body).toMatchObject({
      name: 'A new one',
      created: new Date(START).toISOString(),
      labels: ['stage'],
      autoUpdate: true,
      status: { ready: 'Healthy' },
    })
  })

  test('has automatic updates on the stable channel only', async () => {
    const { body } = await camunda('POST', '/clusters', await creation({ autoUpdate: true }, 'Alpha'))
    expect((await camunda('GET', `/clusters/${body.clusterId}`)).body.autoUpdate).toBe(false)
  })

  test('rejects ids that are not among the parameters, a name that is too long, and one cluster too many', async () => {
    const refusal = async (changes: Record<string, unknown>) =>
      (({ status, body }) => [status, body])(await camunda('POST', '/clusters', await creation(changes)))
    expect(await refusal({ name: 'x'.repeat(51) })).toEqual([400, 'Name is too long'])
    expect(await refusal({ name: ' ' })).toEqual([400, 'Name is missing'])
    expect(await refusal({ planTypeId: 'x' })).toEqual([400, 'Invalid clusterPlanType'])
    expect(await refusal({ regionId: 'x' })).toEqual([400, 'Invalid region'])
    expect(await refusal({ channelId: 'x' })).toEqual([400, 'Invalid channel'])
    expect(await refusal({ generationId: 'x' })).toEqual([400, 'Invalid generation'])
    expect(await refusal({ backupRegionId: 'x' })).toEqual([400, 'Invalid backup region'])
    expect((await refusal({ description: 'x'.repeat(151) }))[0]).toBe(400)
    expect((await refusal({ encryption: 'None' }))[0]).toBe(400)
    expect((await refusal({}))[0]).toBe(200)
    expect((await refusal({}))[0]).toBe(200)
    expect(await refusal({})).toEqual([400, 'No reservations left'])
  })

  test('can be planned to fail, as the real one sometimes does', async () => {
    emulator.controls.failNext({ kind: 'console', method: 'POST', response: { status: 503 } })
    const body = await creation()
    expect((await camunda('POST', '/clusters', body)).status).toBe(503)
    expect((await camunda('POST', '/clusters', body)).status).toBe(200)
  })
})

test('changes are stored', async () => {
  const change = { name: 'Renamed', description: 'What for', stageLabel: 'test' }
  expect(await camunda('PATCH', `/clusters/${id}`, change)).toMatchObject({ status: 204, body: '' })
  expect((await camunda('GET', `/clusters/${id}`)).body).toMatchObject({
    name: 'Renamed',
    description: 'What for',
    labels: ['test'],
  })
})

test('deletion also deletes the clients', async () => {
  const { tokenUrl, clientId } = emulator.credentials('cluster')
  expect((await camunda('DELETE', `/clusters/${id}`)).status).toBe(204)
  expect((await camunda('GET', `/clusters/${id}`)).status).toBe(404)
  expect((await camunda('DELETE', `/clusters/${id}`)).status).toBe(404)
  expect((await camunda('GET', '/clusters')).body).toHaveLength(1)
  expect(() => emulator.credentials('cluster', { clientId })).toThrow(TypeError)
  expect(tokenUrl).toBe(emulator.url('token'))
})

test('a cluster of another organization is 403 for its sub-resources, and 404 by itself', async () => {
  const { foreignClusterId } = emulator.controls
  expect(await camunda('GET', `/clusters/${foreignClusterId}/clients`)).toMatchObject({
    status: 403,
    body: 'Cluster is not yours',
  })
  expect((await camunda('GET', `/clusters/${foreignClusterId}`)).status).toBe(404)
})

describe('upgrade', () => {
  test('changes to the newest generation, and takes its time', async () => {
    const { status, body } = await camunda('PUT', `/clusters/${id}/upgrade`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      cluster: { id, name: 'Orders production' },
      oldGeneration: { name: expect.stringContaining('8.8') },
      newGeneration: { name: expect.stringContaining('8.9') },
    })
    expect(await readyOf(id)).toBe('Updating')
    emulator.clock.advance(30_000)
    expect(await readyOf(id)).toBe('Healthy')
    expect(await camunda('PUT', `/clusters/${id}/upgrade`)).toMatchObject({ status: 400, body: 'No upgrade available' })
  })

  test('requires a healthy cluster, and backups', async () => {
    emulator.controls.setClusterStatus(id, 'Unhealthy')
    expect((await camunda('PUT', `/clusters/${id}/upgrade`)).status).toBe(412)
    emulator.controls.setClusterStatus(id, 'Healthy')
    await camunda('POST', `/clusters/${id}/backups`)
    const held = await camunda('PUT', `/clusters/${id}/upgrade`)
    expect(held).toMatchObject({ status: 409, body: expect.stringContaining('a backup is in progress') })
    emulator.clock.advance(10_000)
    expect((await camunda('PUT', `/clusters/${id}/upgrade`)).status).toBe(200)
  })
})

test('a suspended cluster wakes as the clock advances', async () => {
  emulator.controls.setClusterStatus(id, 'Suspended')
  expect(await readyOf(id)).toBe('Suspended')
  expect((await camunda('PUT', `/clusters/${id}/wake`)).status).toBe(204)
  expect(await readyOf(id)).toBe('Resuming')
  emulator.clock.advance(10_000)
  expect(await readyOf(id)).toBe('Healthy')
  expect((await camunda('PUT', `/clusters/${id}/wake`)).status).toBe(204)
  expect(await readyOf(id)).toBe('Healthy')
})

describe('encryption with your own keys', () => {
  const key = (region: string): string => `arn:aws:kms:${region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`
  const create = async (changes: Record<string, unknown>): Promise<string> =>
    (await camunda('POST', '/clusters', await creation({ encryption: 'External', ...changes }))).body.clusterId

  test('is only for clusters that were created for it', async () => {
    const body = { primaryEncryptionKeyId: key('us-east-1') }
    expect((await camunda('PUT', `/clusters/${id}/encryption`, body)).status).toBe(409)
    const own = await create({})
    expect((await camunda('GET', `/clusters/${own}`)).body.encryption.status).toBe('ExternalEncryptionKeyNotSupplied')
    expect(await camunda('PUT', `/clusters/${own}/encryption`, body)).toMatchObject({
      status: 200,
      body: { uuid: own, encryption: { type: 'External', primaryKeyArn: key('us-east-1'), status: 'Ready' } },
    })
  })

  test('requires keys for the right regions, and a cloud that supports them', async () => {
    const { body } = await camunda('GET', '/clusters/parameters')
    const own = await create({ backupRegionId: body.regions[0].uuid })
    const put = async (keys: unknown) => (await camunda('PUT', `/clusters/${own}/encryption`, keys)).status
    expect(await put({ primaryEncryptionKeyId: 'a key' })).toBe(400)
    expect(await put({ primaryEncryptionKeyId: key('eu-west-1') })).toBe(400)
    expect(await put({ primaryEncryptionKeyId: key('us-east-1') })).toBe(400)
    const both = { primaryEncryptionKeyId: key('us-east-1'), secondaryEncryptionKeyId: key('europe-west1') }
    expect(await put(both)).toBe(200)
    const google = await create({ regionId: body.regions[0].uuid })
    expect((await camunda('PUT', `/clusters/${google}/encryption`, both)).status).toBe(403)
  })
})

describe('failover', () => {
  test('creates a cluster in the other region, and suspends the old one permanently', async () => {
    const { body: parameters } = await camunda('GET', '/clusters/parameters')
    const backupRegionId = parameters.regions[0].uuid
    const { body: created } = await camunda('POST', '/clusters', await creation({ backupRegionId }))
    const source = `/clusters/${created.clusterId}`
    const { body: backup } = await camunda('POST', `${source}/backups`)
    const order = { backupIds: [backup.uuid], restoreBackupId: backup.uuid }
    expect(await camunda('POST', `${source}/failover`, order)).toMatchObject({
      status: 409,
      body: 'The cluster is not ready',
    })
    emulator.clock.advance(60_000)
    const { status, body } = await camunda('POST', `${source}/failover`, order)
    expect([status, body.results]).toEqual([200, { restore: 'ok', backupClone: 'ok' }])
    const { body: replacement } = await camunda('GET', `/clusters/${body.newClusterId}`)
    expect(replacement.region.uuid).toBe(backupRegionId)
    expect((await camunda('GET', `/clusters/${body.newClusterId}/backups`)).body).toHaveLength(1)
    expect((await camunda('PUT', `${source}/wake`)).status).toBe(409)
    expect(await readyOf(created.clusterId)).toBe('Suspended')
    expect((await camunda('POST', `${source}/failover`, order)).status).toBe(409)
  })

  test('explains a rejection in plain text', async () => {
    const { body: backups } = await camunda('GET', `/clusters/${id}/backups`)
    const [{ uuid }] = backups
    const refusal = async (backupIds: string[], restoreBackupId: string) => {
      const { status, headers } = await camunda('POST', `/clusters/${id}/failover`, { backupIds, restoreBackupId })
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
      return status
    }
    expect(await refusal([], uuid)).toBe(400)
    expect(await refusal([uuid], 'other')).toBe(400)
    expect(await refusal(['other'], 'other')).toBe(400)
    expect(await refusal([uuid], uuid)).toBe(422)
  })
})
