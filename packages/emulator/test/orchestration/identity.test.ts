import { beforeEach, describe, expect, test } from 'vitest'
import { createHarness, type Harness } from '../sampled/harness.ts'
import { createCall, createStill, START } from '../support.ts'

let harness: Harness
let client: Harness['client']
beforeEach(async () => {
  harness = await createHarness()
  client = harness.client
})

const problem = (status: number, title: string) => expect.objectContaining({ status, title })

async function names<Item>(items: AsyncIterable<Item>, name: keyof Item): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const item of items) all.push(item[name])
  return all
}

describe('users, groups, roles, tenants and mapping rules', () => {
  test('are created, found, changed and deleted', async () => {
    const { groups } = client
    expect(await groups.create({ groupId: 'sales', name: 'Sales' })).toEqual({
      groupId: 'sales',
      name: 'Sales',
      description: null,
    })
    await groups.create({ groupId: 'support', name: 'Support', description: 'First line' })
    expect(harness.emulator.journal.entries.at(-1)).toMatchObject({ status: 201, tier: 'stored' })
    expect(await groups.get('support')).toMatchObject({ name: 'Support', description: 'First line' })
    expect(await groups.update('support', { name: 'Help desk' })).toMatchObject({ name: 'Help desk' })
    expect((await groups.search({ filter: { name: { $like: 'H*' } } })).items).toMatchObject([{ groupId: 'support' }])
    expect(await names(groups.searchAll({ sort: [{ field: 'name', order: 'DESC' }] }), 'groupId')).toEqual([
      'sales',
      'support',
    ])
    await groups.delete('sales')
    expect(await names(groups.searchAll(), 'groupId')).toEqual(['support'])
  })

  test('each entity', async () => {
    const { users, roles, tenants, mappingRules } = client
    const password = 'not kept'
    expect(await users.create({ username: 'jane', password, email: 'jane@example.com' })).toEqual({
      username: 'jane',
      name: null,
      email: 'jane@example.com',
    })
    expect(await roles.create({ roleId: 'auditor', name: 'Auditor' })).toMatchObject({ roleId: 'auditor' })
    expect(await tenants.create({ tenantId: 'acme', name: 'Acme' })).toMatchObject({ tenantId: 'acme' })
    const rule = { mappingRuleId: 'staff', claimName: 'dept', claimValue: 'it', name: 'Staff' }
    expect(await mappingRules.create(rule)).toEqual(rule)
    expect(await mappingRules.get('staff')).toEqual(rule)
    expect(await names(tenants.searchAll({ sort: [{ field: 'key' }] }), 'tenantId')).toEqual(['<default>', 'acme'])
    expect(
      await names(users.searchAll({ filter: { $or: [{ username: 'jane' }, { email: 'x@example.com' }] } }), 'username'),
    ).toEqual(['jane'])
    const { body } = await harness.call('GET', '/v2/users/jane')
    expect(JSON.stringify(body)).not.toContain(password)
  })

  test('must be unique, and must exist to be changed', async () => {
    const { roles } = client
    await roles.create({ roleId: 'auditor', name: 'Auditor' })
    await expect(roles.create({ roleId: 'auditor', name: 'Other' })).rejects.toEqual(problem(409, 'ALREADY_EXISTS'))
    for (const call of [
      () => roles.get('nobody'),
      () => roles.update('nobody', { name: 'Nobody' }),
      () => roles.delete('nobody'),
      () => roles.assignToUser('nobody', 'jane'),
      () => roles.searchUsers('nobody'),
    ]) {
      await expect(call()).rejects.toEqual(problem(404, 'NOT_FOUND'))
    }
  })
})

describe('members', () => {
  test('are assigned once, listed and unassigned', async () => {
    const { groups, roles, tenants, mappingRules } = client
    await groups.create({ groupId: 'sales', name: 'Sales' })
    await roles.create({ roleId: 'auditor', name: 'Auditor' })
    await tenants.create({ tenantId: 'acme', name: 'Acme' })
    await mappingRules.create({ mappingRuleId: 'staff', claimName: 'dept', claimValue: 'it', name: 'Staff' })
    await groups.assignUser('sales', 'jane')
    await groups.assignUser('sales', 'joe')
    await groups.assignClient('sales', 'worker')
    await groups.assignMappingRule('sales', 'staff')
    await roles.assignToGroup('auditor', 'sales')
    await tenants.assignRole('acme', 'auditor')
    await expect(groups.assignUser('sales', 'jane')).rejects.toEqual(problem(409, 'ALREADY_EXISTS'))
    expect(
      await names(groups.searchUsersAll('sales', { sort: [{ field: 'username', order: 'DESC' }] }), 'username'),
    ).toEqual(['joe', 'jane'])
    expect(await names(groups.searchClientsAll('sales'), 'clientId')).toEqual(['worker'])
    expect((await groups.searchMappingRules('sales')).items).toMatchObject([{ claimName: 'dept' }])
    expect((await groups.searchRoles('sales')).items).toMatchObject([{ roleId: 'auditor', name: 'Auditor' }])
    expect(await names(roles.searchGroupsAll('auditor'), 'groupId')).toEqual(['sales'])
    expect((await tenants.searchRoles('acme')).items).toMatchObject([{ roleId: 'auditor' }])
    await groups.unassignUser('sales', 'joe')
    await expect(groups.unassignUser('sales', 'joe')).rejects.toEqual(problem(404, 'NOT_FOUND'))
    expect(await names(groups.searchUsersAll('sales'), 'username')).toEqual(['jane'])
  })

  test('are removed with the entity or with the group, role or tenant', async () => {
    const { groups, roles } = client
    await groups.create({ groupId: 'sales', name: 'Sales' })
    await roles.create({ roleId: 'auditor', name: 'Auditor' })
    await roles.assignToGroup('auditor', 'sales')
    await groups.delete('sales')
    expect((await roles.searchGroups('auditor')).items).toEqual([])
    await expect(roles.assignToGroup('auditor', 'sales')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })
})

describe('authorizations', () => {
  test('are stored with keys', async () => {
    const { authorizations } = client
    const base = { ownerId: 'jane', ownerType: 'USER', permissionTypes: ['READ'] } as const
    const { authorizationKey } = await authorizations.create({ ...base, resourceType: 'RESOURCE', resourceId: 'order' })
    await authorizations.create({ ...base, resourceType: 'USER_TASK', resourcePropertyName: 'assignee' })
    const again = { ...base, resourceType: 'RESOURCE', resourceId: 'order' } as const
    await expect(authorizations.create(again)).rejects.toEqual(problem(409, 'ALREADY_EXISTS'))
    expect(await authorizations.get(authorizationKey)).toEqual({
      ...base,
      authorizationKey,
      resourceType: 'RESOURCE',
      resourceId: 'order',
      resourcePropertyName: null,
    })
    const found = await authorizations.search({ filter: { resourceIds: ['order', 'other'] } })
    expect(found.items.map((item) => item.authorizationKey)).toEqual([authorizationKey])
    expect((await authorizations.search({ filter: { resourcePropertyNames: ['assignee'] } })).total).toBe(1)
    await authorizations.update(authorizationKey, { ...base, resourceType: 'RESOURCE', resourceId: 'invoice' })
    expect(await authorizations.get(authorizationKey)).toMatchObject({ resourceId: 'invoice' })
    await authorizations.delete(authorizationKey)
    await expect(authorizations.get(authorizationKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
    await expect(authorizations.delete(authorizationKey)).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('of the caller include those of its groups and roles', async () => {
    const { authorizations, authentication, groups, roles, tenants } = client
    const { clientId } = harness.emulator.credentials('cluster')
    await groups.create({ groupId: 'machines', name: 'Machines' })
    await groups.assignClient('machines', clientId)
    await roles.create({ roleId: 'runner', name: 'Runner' })
    await roles.assignToGroup('runner', 'machines')
    await tenants.create({ tenantId: 'acme', name: 'Acme' })
    await tenants.assignGroup('acme', 'machines')
    const base = { resourceType: 'RESOURCE', resourceId: '*', permissionTypes: ['READ'] } as const
    await authorizations.create({ ...base, ownerId: 'runner', ownerType: 'ROLE' })
    await authorizations.create({ ...base, ownerId: 'else', ownerType: 'ROLE' })
    expect(await authentication.getMe()).toMatchObject({
      username: clientId,
      groups: ['machines'],
      roles: ['admin', 'runner'],
      tenants: [{ tenantId: '<default>' }, { tenantId: 'acme' }],
    })
    const own = await authentication.searchMyAuthorizations({ filter: { resourceType: 'RESOURCE' } })
    expect(own.items).toMatchObject([{ ownerId: 'admin' }, { ownerId: 'runner' }])
  })
})

describe('an installation', () => {
  const install = () => {
    const emulator = createStill({ deployment: 'self-managed', users: [{ username: 'ada', password: 'secret' }] })
    const callAs = (user: string | undefined) => async (method: string, path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json', ...(user && { authorization: `Basic ${btoa(user)}` }) }
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
      const response = await emulator.fetch(emulator.url('orchestration') + path, init)
      const text = await response.text()
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined }
    }
    return { emulator, callAs }
  }

  test('has its own users, and no others can be assigned', async () => {
    const call = install().callAs('ada:secret')
    expect((await call('GET', '/v2/authentication/me')).body).toMatchObject({ username: 'ada', roles: ['admin'] })
    expect((await call('PUT', '/v2/roles/connectors/users/nobody')).status).toBe(404)
    expect((await call('PUT', '/v2/roles/connectors/users/ada')).status).toBe(204)
  })

  test('lets its users sign in, with their current passwords', async () => {
    const { emulator, callAs } = install()
    const ada = callAs('ada:secret')
    const me = async (user: string) => (await callAs(user)('GET', '/v2/authentication/me')).status
    expect((await ada('POST', '/v2/users', { username: 'joe', password: 'one' })).status).toBe(201)
    expect([await me('joe:one'), await me('joe:two')]).toEqual([200, 401])
    expect((await ada('PUT', '/v2/users/joe', { password: 'two' })).status).toBe(200)
    expect([await me('joe:one'), await me('joe:two')]).toEqual([401, 200])
    expect((await ada('DELETE', '/v2/users/joe')).status).toBe(204)
    expect(await me('joe:two')).toBe(401)
    expect((await ada('DELETE', '/v2/users/ada')).status).toBe(204)
    emulator.reset()
    expect(await me('ada:secret')).toBe(200)
  })

  test('has a first administrator, who needs no permission', async () => {
    const { callAs } = install()
    const root = { username: 'root', password: 'first' }
    const anyone = callAs(undefined)
    expect(await anyone('POST', '/v2/setup/user', root)).toMatchObject({ status: 403, body: { title: 'FORBIDDEN' } })
    expect((await callAs('ada:secret')('DELETE', '/v2/users/ada')).status).toBe(204)
    expect(await anyone('POST', '/v2/setup/user', root)).toMatchObject({ status: 201, body: { username: 'root' } })
    expect((await callAs('root:first')('GET', '/v2/authentication/me')).body).toMatchObject({ roles: ['admin'] })
  })
})

describe('cluster variables', () => {
  test('of the cluster and of tenants', async () => {
    const { clusterVariables, tenants } = client
    await tenants.create({ tenantId: 'acme', name: 'Acme' })
    const shop = await clusterVariables.createGlobal({
      name: 'shop',
      value: { vat: 0.19 },
      metadata: { team: 'a', rank: 3 },
    })
    expect(shop).toMatchObject({ name: 'shop', scope: 'GLOBAL', tenantId: null, value: '{"vat":0.19}', kind: 'JSON' })
    await clusterVariables.createForTenant('acme', { name: 'shop', value: 'Acme' })
    expect(await clusterVariables.getForTenant('acme', 'shop')).toMatchObject({ scope: 'TENANT', value: '"Acme"' })
    await expect(clusterVariables.createGlobal({ name: 'shop', value: 1 })).rejects.toEqual(
      problem(409, 'ALREADY_EXISTS'),
    )
    await expect(clusterVariables.createForTenant('other', { name: 'x', value: 1 })).rejects.toEqual(
      problem(404, 'NOT_FOUND'),
    )
    await expect(clusterVariables.createGlobal({ name: 'not-feel', value: 1 })).rejects.toEqual(
      problem(400, 'INVALID_ARGUMENT'),
    )
    await clusterVariables.updateGlobal('shop', { value: 'x'.repeat(10_000) })
    const { items } = await clusterVariables.search({ filter: { name: 'shop' }, sort: [{ field: 'scope' }] })
    expect(items.map(({ isTruncated, value }) => [isTruncated, value.length])).toEqual([
      [true, 8191],
      [false, 6],
    ])
    const whole = await clusterVariables.search({ filter: { scope: 'GLOBAL' } }, { truncateValues: false })
    expect(whole.items[0]?.value).toHaveLength(10_002)
    await clusterVariables.deleteGlobal('shop')
    await expect(clusterVariables.getGlobal('shop')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('are visible to expressions', async () => {
    const { clusterVariables, tenants, expressions } = client
    await tenants.create({ tenantId: 'acme', name: 'Acme' })
    await clusterVariables.createGlobal({ name: 'shop', value: { url: 'https://shop.example' } })
    await clusterVariables.createForTenant('acme', { name: 'shop', value: { url: 'https://acme.example' } })
    const urlOf = async (tenant: { tenantId?: string }) =>
      (await expressions.evaluate({ expression: '=camunda.vars.env.shop.url', ...tenant })).result
    expect([await urlOf({}), await urlOf({ tenantId: 'acme' })]).toEqual([
      'https://shop.example',
      'https://acme.example',
    ])
    await clusterVariables.deleteForTenant('acme', 'shop')
    await clusterVariables.updateGlobal('shop', { value: { url: 'https://new.example' } })
    expect(await urlOf({ tenantId: 'acme' })).toBe('https://new.example')
  })

  test('are found by their metadata', async () => {
    const { clusterVariables } = client
    await clusterVariables.createGlobal({ name: 'one', value: 1, metadata: { team: 'a', rank: 3 } })
    await clusterVariables.createGlobal({ name: 'two', value: 2, metadata: { team: 'b' } })
    const found = async (metadata: object) =>
      (await clusterVariables.search({ filter: { metadata } as never })).items.map(({ name }) => name)
    expect(await found({ team: { $in: ['b', 'c'] } })).toEqual(['two'])
    expect(await found({ rank: { $gt: 2 } })).toEqual(['one'])
  })
})

test('global task listeners', async () => {
  const { globalTaskListeners } = client
  const listener = await globalTaskListeners.create({
    id: 'audit',
    type: 'audit',
    eventTypes: ['creating', 'assigning'],
  })
  expect(listener).toMatchObject({ id: 'audit', source: 'API', afterNonGlobal: false })
  await globalTaskListeners.update('audit', { type: 'audit', eventTypes: ['all'], priority: 7 })
  const { items } = await globalTaskListeners.search({ filter: { eventTypes: ['all'], priority: { $gt: 5 } } })
  expect(items).toMatchObject([{ id: 'audit', priority: 7 }])
  await globalTaskListeners.delete('audit')
  await expect(globalTaskListeners.get('audit')).rejects.toEqual(problem(404, 'NOT_FOUND'))
})

describe('a lag', () => {
  test('delays the effect of commands on reads, not on other commands', async () => {
    const { emulator, client } = await createHarness(10, { orchestration: { lagMs: 500 } })
    const { groups } = client
    expect((await client.tenants.search()).total).toBe(1)
    await groups.create({ groupId: 'sales', name: 'Sales' })
    await expect(groups.create({ groupId: 'sales', name: 'Again' })).rejects.toEqual(problem(409, 'ALREADY_EXISTS'))
    await expect(groups.get('sales')).rejects.toEqual(problem(404, 'NOT_FOUND'))
    emulator.clock.advance(300)
    await groups.update('sales', { name: 'Sales and more' })
    emulator.clock.advance(200)
    expect(await groups.get('sales')).toMatchObject({ name: 'Sales' })
    emulator.clock.advance(300)
    expect((await groups.search()).items).toMatchObject([{ name: 'Sales and more' }])
    await groups.delete('sales')
    expect(await groups.get('sales')).toMatchObject({ name: 'Sales and more' })
    emulator.clock.advance(500)
    await expect(groups.get('sales')).rejects.toEqual(problem(404, 'NOT_FOUND'))
  })

  test('must be a number', () => {
    expect(() => createStill({ orchestration: { lagMs: -1 } })).toThrow('orchestration.lagMs')
  })
})

test('clusters have separate data, an upgrade keeps it, and reset() deletes it', async () => {
  const { emulator, token } = await createHarness(9, { now: () => START })
  const call = createCall(emulator, emulator.url('orchestration'), token)
  expect((await call('POST', '/v2/groups', { groupId: 'sales', name: 'Sales' })).status).toBe(201)
  expect((await call('GET', '/v2/groups/sales')).status).toBe(200)
  emulator.reset()
  expect((await call('GET', '/v2/groups/sales')).status).toBe(404)
})
