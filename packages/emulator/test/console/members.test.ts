import { expect, test } from 'vitest'
import { createConsole, createStill, fetchToken, START } from '../support.ts'

const find = (members: { email: string }[], email: string) => members.find((member) => member.email === email)

test('members are listed, including invited ones', async () => {
  const camunda = await createConsole(createStill())
  const { body } = await camunda('GET', '/members')
  expect(body).toHaveLength(4)
  expect(find(body, 'ada@example.com')).toMatchObject({
    name: 'Ada Berg',
    roles: ['member', 'owner'],
    invitePending: false,
  })
  expect(find(body, 'new.colleague@example.com')).toMatchObject({ invitePending: true })
})

test('roles are set, new people are invited, members are removed', async () => {
  const camunda = await createConsole(createStill({ limits: { seats: 5 } }))
  const set = async (email: string, orgRoles: string[]) =>
    (await camunda('POST', `/members/${encodeURIComponent(email)}`, { orgRoles })).status
  expect(await set('lin@example.com', ['admin'])).toBe(204)
  expect(await set('a+b@example.com', ['modeler'])).toBe(204)
  expect(await set('c@example.com', ['modeler'])).toBe(403)
  expect(await set('lin@example.com', ['owner'])).toBe(400)
  expect(await set('nobody', ['admin'])).toBe(400)
  const { body } = await camunda('GET', '/members')
  expect(find(body, 'lin@example.com')).toMatchObject({
    name: 'Lin Tran',
    roles: ['member', 'admin'],
    invitePending: false,
  })
  expect(find(body, 'a+b@example.com')).toMatchObject({ roles: ['member', 'modeler'], invitePending: true })
  expect((await camunda('DELETE', '/members/a%2Bb%40example.com')).status).toBe(204)
  expect((await camunda('DELETE', '/members/a%2Bb%40example.com')).status).toBe(404)
  expect((await camunda('DELETE', '/members/ada@example.com')).status).toBe(403)
})

test('the activity log grows with each change, as JSON and as CSV', async () => {
  const emulator = createStill()
  const camunda = await createConsole(emulator)
  const before = (await camunda('GET', '/activity/json')).body.length
  await camunda('POST', '/members/comma%2C%22quote%22@example.com', { orgRoles: ['analyst'] })
  const { body } = await camunda('GET', '/activity/json')
  expect(body).toHaveLength(before + 1)
  expect(body.at(-1)).toEqual({
    service: 'console',
    orgId: expect.any(String),
    audit: 'Member invited',
    auditType: 'c',
    entity: 'Member',
    entityId: 'comma,"quote"@example.com',
    timestamp: START,
    userId: emulator.credentials('organization').clientId,
  })
  const csv = await camunda('GET', '/activity/csv')
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
  const lines = (csv.body as string).trimEnd().split('\n')
  expect(lines).toHaveLength(body.length + 1)
  expect(lines[0]).toMatch(/^service,orgId,audit,/)
  expect(lines.at(-1)).toContain('"comma,""quote""@example.com"')
})

test('the activity log as CSV is a JSON string for callers that only accept JSON', async () => {
  const emulator = createStill()
  const token = await fetchToken(emulator, emulator.credentials('organization'), 'api.cloud.camunda.io')
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const response = await emulator.fetch(`${emulator.url('console')}/activity/csv`, { headers })
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(await response.json()).toMatch(/^service,orgId,audit,.*\nconsole,/)
})
