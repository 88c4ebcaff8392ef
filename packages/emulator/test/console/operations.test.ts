import { expect, test } from 'vitest'
import { ORGANIZATION_PERMISSIONS, type OrganizationPermission } from '../../src/index.ts'
import { createCall, createConsole, createStill } from '../support.ts'

const ID = '00000000-0000-4000-8000-000000000000'

/** All operations of the Console API and the permission that each needs. */
const OPERATIONS: readonly (readonly [method: string, path: string, permission: OrganizationPermission])[] = [
  ['GET', '/activity/csv', 'Cluster:get'],
  ['GET', '/activity/json', 'Cluster:get'],
  ['GET', '/clusters', 'Cluster:get'],
  ['POST', '/clusters', 'Cluster:create'],
  ['GET', '/clusters/parameters', 'Cluster:get'],
  ['GET', `/clusters/${ID}`, 'Cluster:get'],
  ['PATCH', `/clusters/${ID}`, 'Cluster:update'],
  ['DELETE', `/clusters/${ID}`, 'Cluster:delete'],
  ['PUT', `/clusters/${ID}/upgrade`, 'Cluster:update'],
  ['PUT', `/clusters/${ID}/wake`, 'Cluster:update'],
  ['PUT', `/clusters/${ID}/encryption`, 'Cluster:update'],
  ['POST', `/clusters/${ID}/failover`, 'Cluster:update'],
  ['GET', `/clusters/${ID}/clients`, 'Clients:get'],
  ['POST', `/clusters/${ID}/clients`, 'Clients:create'],
  ['GET', `/clusters/${ID}/clients/a`, 'Clients:get'],
  ['DELETE', `/clusters/${ID}/clients/a`, 'Clients:delete'],
  ['GET', `/clusters/${ID}/secrets`, 'Secrets:get'],
  ['POST', `/clusters/${ID}/secrets`, 'Secrets:create'],
  ['PUT', `/clusters/${ID}/secrets/A`, 'Secrets:update'],
  ['DELETE', `/clusters/${ID}/secrets/A`, 'Secrets:delete'],
  ['PUT', `/clusters/${ID}/ipallowlist`, 'IpAllowlist:update'],
  ['PUT', `/clusters/${ID}/ipwhitelist`, 'IpAllowlist:update'],
  ['GET', `/clusters/${ID}/backups`, 'Backups:get'],
  ['POST', `/clusters/${ID}/backups`, 'Backups:create'],
  ['DELETE', `/clusters/${ID}/backups/b`, 'Backups:delete'],
  ['GET', `/clusters/${ID}/backups/schedule`, 'Backups:get'],
  ['PUT', `/clusters/${ID}/backups/schedule`, 'Backups:update'],
  ['DELETE', `/clusters/${ID}/backups/schedule`, 'Backups:delete'],
  ['GET', `/clusters/${ID}/backups/b/restore`, 'Backups:get'],
  ['POST', `/clusters/${ID}/backups/b/restore`, 'Backups:update'],
  ['POST', `/clusters/${ID}/monitoring`, 'Cluster:update'],
  ['DELETE', `/clusters/${ID}/monitoring`, 'Cluster:update'],
  ['GET', `/clusters/${ID}/monitoring/clients`, 'Cluster:get'],
  ['POST', `/clusters/${ID}/monitoring/clients`, 'Cluster:update'],
  ['DELETE', `/clusters/${ID}/monitoring/clients/c`, 'Cluster:update'],
  ['POST', `/clusters/${ID}/monitoring/clients/c/rotate`, 'Cluster:update'],
  ['GET', `/clusters/${ID}/secure-connectivity`, 'Cluster:get'],
  ['POST', `/clusters/${ID}/secure-connectivity`, 'Cluster:update'],
  ['DELETE', `/clusters/${ID}/secure-connectivity`, 'Cluster:update'],
  ['GET', '/members', 'Members:get'],
  ['POST', '/members/a@example.com', 'Members:create'],
  ['DELETE', '/members/a@example.com', 'Members:delete'],
]

const BODIES: Readonly<Record<string, unknown>> = {
  [`POST /clusters/${ID}/failover`]: { backupIds: ['b'], restoreBackupId: 'b' },
  [`PUT /clusters/${ID}/encryption`]: { primaryEncryptionKeyId: 'a' },
  [`PATCH /clusters/${ID}`]: { name: 'a' },
  [`POST /clusters/${ID}/clients`]: { clientName: 'a' },
  [`POST /clusters/${ID}/secrets`]: { secretName: 'A', secretValue: 'a' },
  [`PUT /clusters/${ID}/secrets/A`]: { secretValue: 'a' },
  [`PUT /clusters/${ID}/ipallowlist`]: { ipallowlist: [] },
  [`PUT /clusters/${ID}/ipwhitelist`]: { ipwhitelist: [] },
  [`PUT /clusters/${ID}/backups/schedule`]: { schedule: '0 3 * * *' },
  [`POST /clusters/${ID}/monitoring/clients`]: { username: 'a' },
  [`POST /clusters/${ID}/secure-connectivity`]: { allowedPrincipals: [], allowedRegions: [] },
}

const BELOW_CLUSTERS = OPERATIONS.filter(([, path]) => path.includes(ID))
const WITH_BODY = BELOW_CLUSTERS.filter(([method, path]) => Object.hasOwn(BODIES, `${method} ${path}`))

// None of the calls changes anything, so all tests share one emulator and one key.
const emulator = createStill()
const bodyOf = (method: string, path: string): unknown =>
  method === 'GET' ? undefined : (BODIES[`${method} ${path}`] ?? {})

test('there are 43, one of which requires no token', () => {
  expect(new Set(OPERATIONS.map(([method, path]) => `${method} ${path}`)).size).toBe(42)
})

test.each(OPERATIONS)('%s %s requires a token with exactly its permission', async (method, path, permission) => {
  const stranger = createCall(emulator, emulator.url('console'))
  expect((await stranger(method, path, bodyOf(method, path))).status).toBe(401)
  const others = await createConsole(
    emulator,
    ORGANIZATION_PERMISSIONS.filter((other) => other !== permission),
  )
  expect(await others(method, path, bodyOf(method, path))).toMatchObject({ status: 403, body: 'Forbidden' })
  const one = await createConsole(emulator, [permission])
  expect([200, 204, 400, 404]).toContain((await one(method, path, bodyOf(method, path))).status)
})

test.each(BELOW_CLUSTERS)('%s %s responds with 404 for an unknown cluster', async (method, path) => {
  const camunda = await createConsole(emulator)
  const answer = await camunda(method, path, bodyOf(method, path))
  expect(answer).toMatchObject({ status: 404, body: 'Cluster not found' })
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
})

test.each(WITH_BODY)('%s %s requires its complete body, without other members', async (method, path) => {
  const camunda = await createConsole(emulator)
  const body = BODIES[`${method} ${path}`] as Record<string, unknown>
  expect((await camunda(method, path)).status).toBe(400)
  expect((await camunda(method, path, [])).status).toBe(400)
  const excess = await camunda(method, path, { ...body, surprise: 1 })
  expect(excess).toMatchObject({ status: 400, body: expect.stringContaining('surprise') })
  for (const name of Object.keys(body)) {
    expect((await camunda(method, path, { ...body, [name]: 1 })).status).toBe(400)
    const { [name]: _, ...rest } = body
    const missing = await camunda(method, path, rest)
    // A change of a cluster may leave anything out.
    if (method === 'PATCH') expect(missing.status).toBe(404)
    else expect(missing).toMatchObject({ status: 400, body: expect.stringContaining(name) })
  }
})

test('GET /meta/ip-ranges requires no token', async () => {
  const answer = await createCall(emulator, emulator.url('console'))('GET', '/meta/ip-ranges')
  expect(answer).toMatchObject({
    status: 200,
    body: { 'web-modeler': [expect.stringContaining('/32'), expect.any(String)] },
  })
})

test('an unknown path is 404, another method is 405 and lists the supported ones', async () => {
  const camunda = await createConsole(emulator)
  expect(await camunda('GET', '/cluster')).toMatchObject({ status: 404, body: 'Not Found' })
  expect((await camunda('GET', '/clusters/')).status).toBe(404)
  expect((await camunda('GET', '/clusters/%')).status).toBe(404)
  const wrong = await camunda('DELETE', '/clusters/parameters')
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('GET')
})
