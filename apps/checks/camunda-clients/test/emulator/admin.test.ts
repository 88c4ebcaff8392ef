import { beforeAll, describe, expect, it } from 'vitest'
import { hasPeers } from '../install-peers.ts'
import { useSdk } from './drive.ts'

const minute = 60_000

describe.runIf(hasPeers())('AdminApiClient of @camunda8/sdk drives the emulator', () => {
  const sdk = useSdk({
    product: 'console',
    client: ['Admin', 'AdminApiClient'],
    hidden: ['getHeaders'],
    settings: (emulator) => ({ CAMUNDA_CONSOLE_BASE_URL: emulator.url('console') }),
  })
  let id: string
  const at = (path: string) => `/clusters/${id}${path}`

  beforeAll(() => {
    id = sdk.emulator.credentials('cluster').clusterId as string
  })

  it('clusters, from creation to deletion', async () => {
    const { channels, clusterPlanTypes, regions } = await sdk.client.getParameters()
    const { clusterId } = await sdk.client.createCluster({
      name: 'Made by the SDK',
      planTypeId: clusterPlanTypes[0].uuid,
      channelId: channels[0].uuid,
      generationId: channels[0].defaultGeneration.uuid,
      regionId: regions[0].uuid,
    })
    const clusters = await sdk.client.getClusters()
    expect(clusters.at(-1)).toMatchObject({ uuid: clusterId, status: { ready: 'Creating' } })
    sdk.emulator.clock.advance(2 * minute)
    await sdk.client.updateCluster(clusterId, { name: 'Renamed', stageLabel: 'test' })
    expect(await sdk.client.getCluster(clusterId)).toMatchObject({ name: 'Renamed', status: { ready: 'Healthy' } })
    await sdk.client.deleteCluster(clusterId)
    await expect(sdk.client.getCluster(clusterId)).rejects.toThrow('404')
    expect(sdk.requests()).toEqual([
      'GET /clusters/parameters 200',
      'POST /clusters 200',
      'GET /clusters 200',
      `PATCH /clusters/${clusterId} 204`,
      `GET /clusters/${clusterId} 200`,
      `DELETE /clusters/${clusterId} 204`,
      `GET /clusters/${clusterId} 404`,
    ])
  })

  it('upgrade and waking', async () => {
    const upgrade = await sdk.client.upgradeCluster(id)
    expect(upgrade.cluster.id).toBe(id)
    expect(upgrade.newGeneration.name).not.toBe(upgrade.oldGeneration.name)
    sdk.emulator.clock.advance(minute)
    sdk.emulator.controls.setClusterStatus(id, 'Suspended')
    await sdk.client.wakeCluster(id)
    expect((await sdk.client.getCluster(id)).status.ready).toBe('Resuming')
    sdk.emulator.clock.advance(minute)
    expect(sdk.requests()).toEqual([`PUT ${at('/upgrade')} 200`, `PUT ${at('/wake')} 204`, `GET ${at('')} 200`])
  })

  it('clients, whose secrets work at the token endpoint', async () => {
    const created = await sdk.client.createClient({
      clusterUuid: id,
      clientName: 'sdk',
      permissions: ['Zeebe', 'Operate'],
    })
    const { clientId, clientSecret } = created
    expect((await sdk.client.getClients(id)).at(-1)).toMatchObject({ clientId, permissions: ['Zeebe', 'Operate'] })
    expect(await sdk.client.getClient(id, clientId)).toMatchObject({ name: 'sdk', ZEEBE_CLIENT_ID: clientId })
    // A second after the SDK's own request, as the endpoint requires.
    sdk.emulator.clock.advance(minute)
    const grant = { grant_type: 'client_credentials', audience: 'operate.camunda.io' }
    const body = new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret })
    expect((await fetch(sdk.emulator.url('token'), { method: 'POST', body })).status).toBe(200)
    await sdk.client.deleteClient(id, clientId)
    expect((await sdk.client.getClients(id)).map(({ name }: { name: string }) => name)).toEqual(['workers'])
    expect(sdk.requests()).toEqual([
      `POST ${at('/clients')} 200`,
      `GET ${at('/clients')} 200`,
      `GET ${at(`/clients/${clientId}`)} 200`,
      `DELETE ${at(`/clients/${clientId}`)} 204`,
      `GET ${at('/clients')} 200`,
    ])
  })

  it('secrets', async () => {
    await sdk.client.createSecret({ clusterUuid: id, secretName: 'API_KEY', secretValue: 'one' })
    await sdk.client.updateSecret(id, 'API_KEY', 'two')
    expect(await sdk.client.getSecrets(id)).toMatchObject({ API_KEY: 'two' })
    await sdk.client.deleteSecret(id, 'API_KEY')
    expect(await sdk.client.getSecrets(id)).not.toHaveProperty('API_KEY')
    expect(sdk.requests()).toEqual([
      `POST ${at('/secrets')} 204`,
      `PUT ${at('/secrets/API_KEY')} 204`,
      `GET ${at('/secrets')} 200`,
      `DELETE ${at('/secrets/API_KEY')} 204`,
      `GET ${at('/secrets')} 200`,
    ])
  })

  it('allowed addresses, by the old name and the new', async () => {
    await sdk.client.whitelistIPs(id, [{ ip: '203.0.113.7/32', description: 'old' }])
    expect((await sdk.client.getCluster(id)).ipallowlist).toEqual([{ ip: '203.0.113.7/32', description: 'old' }])
    await sdk.client.updateIpAllowlist(id, [])
    expect((await sdk.client.getCluster(id)).ipwhitelist).toEqual([])
    expect((await sdk.client.getIpRanges())['web-modeler'].length).toBeGreaterThan(0)
    expect(sdk.requests().filter((line) => line.startsWith('PUT'))).toEqual([
      `PUT ${at('/ipwhitelist')} 204`,
      `PUT ${at('/ipallowlist')} 204`,
    ])
  })

  it('secure connectivity', async () => {
    const request = { allowedPrincipals: ['arn:aws:iam::123456789012:root'], allowedRegions: ['us-east-1'] }
    await sdk.client.activateSecureConnectivity(id, request)
    expect((await sdk.client.getSecureConnectivityStatus(id)).status.spec).toMatchObject(request)
    await sdk.client.deactivateSecureConnectivity(id)
    expect(await sdk.client.getSecureConnectivityStatus(id)).toEqual({ status: {} })
    expect(sdk.requests().map((line) => line.replace(at('/secure-connectivity'), ''))).toEqual([
      'POST  204',
      'GET  200',
      'DELETE  204',
      'GET  200',
    ])
  })

  it('monitoring', async () => {
    await sdk.client.activateMonitoring(id)
    const { uuid, password } = await sdk.client.createMonitoringClient(id, 'prometheus')
    expect((await sdk.client.getMonitoringClients(id)).clients).toMatchObject([{ uuid, username: 'prometheus' }])
    const rotated = await sdk.client.rotateMonitoringClientPassword(id, uuid)
    expect(rotated).toMatchObject({ uuid, password: expect.any(String) })
    expect(rotated.password).not.toBe(password)
    await sdk.client.deleteMonitoringClient(id, uuid)
    await sdk.client.deactivateMonitoring(id)
    expect(await sdk.client.getMonitoringClients(id)).toEqual({ clients: [], status: {} })
    expect(sdk.requests().map((line) => line.replace(at('/monitoring'), ''))).toEqual([
      'POST  204',
      'POST /clients 200',
      'GET /clients 200',
      `POST /clients/${uuid}/rotate 200`,
      `DELETE /clients/${uuid} 204`,
      'DELETE  204',
      'GET /clients 200',
    ])
  })

  it('backups', async () => {
    const backup = await sdk.client.createBackup(id)
    expect(backup.status).toBe('In progress')
    sdk.emulator.clock.advance(minute)
    expect((await sdk.client.getBackups(id)).at(-1)).toMatchObject({ uuid: backup.uuid, status: 'Complete' })
    expect(await sdk.client.deleteBackup(id, backup.uuid)).toMatchObject({ uuid: backup.uuid })
    expect(await sdk.client.getBackups(id)).toHaveLength(1)
    expect(sdk.requests().map((line) => line.replace(at('/backups'), ''))).toEqual([
      'POST  200',
      'GET  200',
      `DELETE /${backup.uuid} 200`,
      'GET  200',
    ])
  })

  it('members', async () => {
    await sdk.client.createMember('jane+one@example.com', ['developer'])
    const users = await sdk.client.getUsers()
    expect(users.at(-1)).toMatchObject({
      email: 'jane+one@example.com',
      invitePending: true,
      roles: ['member', 'developer'],
    })
    await sdk.client.deleteMember('jane+one@example.com')
    expect(await sdk.client.getUsers()).toHaveLength(users.length - 1)
    expect(sdk.requests()).toEqual([
      'POST /members/jane+one@example.com 204',
      'GET /members 200',
      'DELETE /members/jane+one@example.com 204',
      'GET /members 200',
    ])
  })

  it('the log of these changes', async () => {
    const events = await sdk.client.getActivityEvents()
    expect(events.map(({ audit }: { audit: string }) => audit)).toContain('Cluster Renamed deleted')
    const csv = await sdk.client.getActivityEventsCsv()
    expect(csv.trimEnd().split('\n')).toHaveLength(events.length + 1)
    expect(sdk.requests()).toEqual(['GET /activity/json 200', 'GET /activity/csv 200'])
  })

  it('every method, with one token', () => {
    expect(sdk.notCalled()).toEqual([])
    expect(sdk.emulator.journal.count({ kind: 'token' })).toBe(2)
    expect(sdk.emulator.journal.count({ kind: 'unknown' })).toBe(0)
  })
})
