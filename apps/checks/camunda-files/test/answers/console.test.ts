import { type ConsoleClient, createConsoleClient } from '@x/console'
import { operations } from '@x/console/operations'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordWalk, signIn, useEmulator } from '../emulated.ts'
import { usePrism } from '../prism.ts'
import { hasSpec, readSpec } from '../specs.ts'

const minute = 60_000

describe.runIf(hasSpec('console-openapi.yaml'))('the emulated Console answers as its OpenAPI file says', () => {
  const camunda = useEmulator()
  const prism = usePrism(
    () => readSpec('console-openapi.yaml'),
    () => camunda.emulator.url('console'),
  )
  const walk = recordWalk()
  let client: ConsoleClient
  let production: string
  let external: string

  beforeAll(() => {
    const auth = signIn(camunda.emulator, 'organization')
    client = createConsoleClient({
      baseUrl: prism.url,
      fetch: prism.fetch,
      auth,
      retry: false,
      validate: 'strict',
      onEvent: walk.onEvent,
    })
  })

  const advance = (ms: number) => camunda.emulator.clock.advance(ms)
  const nameOf = async (id: string) => (await client.clusters.get(id)).name

  it('lists clusters', async () => {
    const clusters = await client.clusters.list()
    expect(clusters.map(({ name }) => name)).toEqual(['Orders production', 'Orders test'])
    production = clusters[0]?.uuid as string
  })

  it('creates a cluster with the parameters, in two regions and with its own keys', async () => {
    const { channels, clusterPlanTypes, regions } = await client.clusters.getParameters()
    const [channel, plan] = [channels[0], clusterPlanTypes[0]]
    const region = regions.find(({ provider }) => provider === 'AWS')
    const { clusterId } = await client.clusters.create({
      name: 'Two regions',
      planTypeId: plan?.uuid as string,
      channelId: channel?.uuid as string,
      generationId: channel?.defaultGeneration.uuid as string,
      regionId: region?.uuid as string,
      backupRegionId: region?.backups?.[0]?.uuid as string,
      encryption: 'External',
      stageLabel: 'test',
    })
    external = clusterId
    expect((await client.clusters.get(external)).status.ready).toBe('Creating')
    advance(2 * minute)
    expect((await client.clusters.get(external)).status.ready).toBe('Healthy')
  })

  it('changes a cluster', async () => {
    await client.clusters.update(external, { name: 'Renamed', description: 'made by a test', stageLabel: 'stage' })
    expect(await nameOf(external)).toBe('Renamed')
    await client.clusters.updateIpAllowlist(external, {
      ipallowlist: [{ ip: '203.0.113.0/24', description: 'office' }],
    })
    expect((await client.clusters.get(external)).ipallowlist).toHaveLength(1)
    await client.clusters.updateIpWhitelist(external, { ipwhitelist: [] })
    expect((await client.clusters.get(external)).ipallowlist).toEqual([])
  })

  it('upgrades a cluster, wakes it, and has no newer generation afterwards', async () => {
    const { oldGeneration, newGeneration } = await client.clusters.upgrade(production)
    expect(newGeneration.name).not.toBe(oldGeneration.name)
    advance(minute)
    await expect(client.clusters.upgrade(production)).rejects.toMatchObject({ status: 400 })
    camunda.emulator.controls.setClusterStatus(production, 'Suspended')
    await client.clusters.wake(production)
    expect((await client.clusters.get(production)).status.ready).toBe('Resuming')
    advance(minute)
  })

  it('creates, shows and deletes clients', async () => {
    const { clientId, clientSecret } = await client.clients.create(production, {
      clientName: 'reader',
      permissions: ['Zeebe', 'Operate'],
    })
    expect(clientSecret).not.toBe('')
    expect((await client.clients.list(production)).map(({ name }) => name)).toEqual(['workers', 'reader'])
    expect(await client.clients.get(production, clientId)).toMatchObject({ name: 'reader', ZEEBE_CLIENT_ID: clientId })
    await client.clients.delete(production, clientId)
    await expect(client.clients.get(production, clientId)).rejects.toMatchObject({ status: 404 })
  })

  it('creates, changes and deletes secrets', async () => {
    await client.secrets.create(production, { secretName: 'API_KEY', secretValue: 'one' })
    await expect(
      client.secrets.create(production, { secretName: 'API_KEY', secretValue: 'one' }),
    ).rejects.toMatchObject({ status: 409 })
    await client.secrets.update(production, 'API_KEY', { secretValue: 'two' })
    expect(await client.secrets.list(production)).toMatchObject({ API_KEY: 'two' })
    await client.secrets.delete(production, 'API_KEY')
    expect(await client.secrets.list(production)).not.toHaveProperty('API_KEY')
  })

  it('creates backups, on demand and by schedule, and restores one', async () => {
    await expect(client.backups.getSchedule(production)).rejects.toMatchObject({ status: 404 })
    const { schedule } = await client.backups.setSchedule(production, { schedule: '0 3 * * *' })
    expect((await client.backups.getSchedule(production)).schedule).toBe(schedule)
    await client.backups.deleteSchedule(production)
    const backup = await client.backups.create(production)
    expect(backup.status).toBe('In progress')
    advance(minute)
    expect((await client.backups.list(production)).map(({ status }) => status)).toEqual(['Complete', 'Complete'])
    await expect(client.backups.getRestore(production, backup.uuid)).rejects.toMatchObject({ status: 404 })
    expect((await client.backups.restore(production, backup.uuid)).state).toBe('PENDING')
    advance(minute)
    expect((await client.backups.getRestore(production, backup.uuid)).state).toBe('COMPLETED')
    expect((await client.backups.delete(production, backup.uuid)).uuid).toBe(backup.uuid)
  })

  it('grants and revokes access to metrics', async () => {
    expect((await client.monitoring.listClients(production)).status).toEqual({})
    await client.monitoring.activate(production)
    await expect(client.monitoring.activate(production)).rejects.toMatchObject({ status: 409 })
    const { uuid, password } = await client.monitoring.createClient(production, { username: 'prometheus' })
    expect((await client.monitoring.rotatePassword(production, uuid)).password).not.toBe(password)
    expect((await client.monitoring.listClients(production)).clients).toHaveLength(1)
    await client.monitoring.deleteClient(production, uuid)
    await client.monitoring.deactivate(production)
  })

  it('enables and disables secure connectivity', async () => {
    const body = { allowedPrincipals: ['arn:aws:iam::123456789012:root'], allowedRegions: ['us-east-1'] }
    expect((await client.secureConnectivity.get(production)).status).toEqual({})
    await client.secureConnectivity.activate(production, body)
    expect((await client.secureConnectivity.get(production)).status).toMatchObject({ spec: body })
    await client.secureConnectivity.deactivate(production)
  })

  it('invites, promotes and removes members', async () => {
    await client.members.setRoles('jane+one@example.com', { orgRoles: ['developer'] })
    await client.members.setRoles('jane+one@example.com', { orgRoles: ['analyst'] })
    expect((await client.members.list()).at(-1)).toMatchObject({
      email: 'jane+one@example.com',
      roles: ['member', 'analyst'],
    })
    await client.members.delete('jane+one@example.com')
    await expect(client.members.delete('jane+one@example.com')).rejects.toMatchObject({ status: 404 })
  })

  it('uses keys of the customer, and fails over to the other region', async () => {
    const { regions } = await client.clusters.getParameters()
    const { backupRegion } = await client.clusters.get(external)
    const keyIn = (region: string) => `arn:aws:kms:${region}:123456789012:key/0a1b2c3d`
    const second = regions.flatMap(({ backups }) => backups ?? []).find(({ uuid }) => uuid === backupRegion?.uuid)
    const { encryption } = await client.clusters.updateEncryption(external, {
      primaryEncryptionKeyId: keyIn('us-east-1'),
      secondaryEncryptionKeyId: keyIn(second?.regions[0]?.id as string),
    })
    expect(encryption).toMatchObject({ type: 'External', status: 'Ready' })
    const { uuid } = await client.backups.create(external)
    await expect(
      client.clusters.failover(production, { backupIds: [uuid], restoreBackupId: uuid }),
    ).rejects.toMatchObject({ status: 400 })
    const { newClusterId, results } = await client.clusters.failover(external, {
      backupIds: [uuid],
      restoreBackupId: uuid,
    })
    expect(results).toEqual({ restore: 'ok', backupClone: 'ok' })
    expect(await nameOf(newClusterId)).toBe('Renamed')
  })

  it('deletes a cluster', async () => {
    await client.clusters.delete(external)
    await expect(client.clusters.get(external)).rejects.toMatchObject({ status: 404 })
  })

  it('lists past activity, and the addresses that requests come from', async () => {
    const events = await client.activity.list()
    expect(events.map(({ audit }) => audit)).toContain('Cluster Renamed deleted')
    expect((await client.activity.getCsv()).trimEnd().split('\n')).toHaveLength(events.length + 1)
    expect((await client.meta.getIpRanges())['web-modeler']).not.toHaveLength(0)
  })

  it('rejects callers without the permission', async () => {
    const { clientId } = camunda.emulator.credentials('organization')
    camunda.emulator.controls.setPermissions(clientId, ['Cluster:get'])
    expect(await client.clusters.list()).not.toHaveLength(0)
    await expect(client.secrets.list(production)).rejects.toMatchObject({ status: 403 })
    await expect(client.members.list()).rejects.toMatchObject({ status: 403 })
  })

  it('received every operation', () => {
    expect(operations.filter(({ id }) => !walk.operations.has(id)).map(({ id }) => id)).toEqual([])
  })
})
