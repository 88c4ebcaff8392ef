import { beforeEach, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { type Call, createCall, createConsole, createStill, fetchToken, tokenForm } from '../support.ts'

let emulator: Emulator
let camunda: Call
let clusterId: string
let path: string

beforeEach(async () => {
  emulator = createStill({ limits: { clients: 3 } })
  camunda = await createConsole(emulator)
  clusterId = emulator.credentials('cluster').clusterId ?? ''
  path = `/clusters/${clusterId}/clients`
})

test('a new client returns its secret once, and works', async () => {
  const { status, body } = await camunda('POST', path, { clientName: 'worker', permissions: ['Zeebe', 'Operate'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    name: 'worker',
    permissions: ['Zeebe', 'Operate'],
    audience: 'zeebe.camunda.io',
    links: { oauth: emulator.url('token') },
  })
  expect(body.clientId).toMatch(/^[\w.~-]{32}$/)
  expect(body.clientSecret).toMatch(/^[\w.~-]{64}$/)

  const token = await fetchToken(emulator, { tokenUrl: body.links.oauth, ...body }, 'operate.camunda.io')
  const operate = createCall(emulator, emulator.url('operate', clusterId), token)
  expect((await operate('POST', '/v1/process-definitions/search', {})).status).toBe(200)
  const refused = await emulator.fetch(body.links.oauth, tokenForm(body, 'optimize.camunda.io'))
  expect(refused.status).toBe(403)

  const { body: listed } = await camunda('GET', path)
  expect(listed).toContainEqual({ name: 'worker', clientId: body.clientId, permissions: ['Zeebe', 'Operate'] })
  const { body: details } = await camunda('GET', `${path}/${encodeURIComponent(body.clientId)}`)
  expect(details).toEqual({
    name: 'worker',
    ZEEBE_ADDRESS: expect.stringContaining(clusterId),
    ZEEBE_CLIENT_ID: body.clientId,
    ZEEBE_AUTHORIZATION_SERVER_URL: emulator.url('token'),
  })
  expect(JSON.stringify([listed, details])).not.toContain(body.clientSecret)
})

test('creating a client without permissions grants all of them', async () => {
  const { body } = await camunda('POST', path, { clientName: 'worker' })
  expect(body.permissions).toEqual(['Zeebe', 'Operate', 'Tasklist', 'Optimize', 'Secrets'])
})

test('names are unique, short and without spaces; the plan limits their number', async () => {
  const create = async (clientName: string) => (await camunda('POST', path, { clientName })).status
  expect(await create('workers')).toBe(400)
  expect(await create('two words')).toBe(400)
  expect(await create('')).toBe(400)
  expect(await create('x'.repeat(51))).toBe(400)
  expect((await camunda('POST', path, { clientName: 'a', permissions: ['Everything'] })).status).toBe(400)
  expect(await create('a')).toBe(200)
  expect(await create('b')).toBe(200)
  expect(await create('c')).toBe(403)
})

test('a deleted client gets no more tokens', async () => {
  const { body } = await camunda('POST', path, { clientName: 'worker' })
  const { body: clusters } = await camunda('GET', '/clusters')
  const own = `${path}/${encodeURIComponent(body.clientId)}`
  expect((await camunda('DELETE', `/clusters/${clusters[1].uuid}/clients/${body.clientId}`)).status).toBe(404)
  expect((await camunda('DELETE', own)).status).toBe(204)
  expect((await camunda('DELETE', own)).status).toBe(404)
  expect((await camunda('GET', own)).status).toBe(404)
  const response = await emulator.fetch(emulator.url('token'), tokenForm(body, 'zeebe.camunda.io'))
  expect(response.status).toBe(401)
})

test('connection details require a healthy cluster', async () => {
  const { clientId } = emulator.credentials('cluster')
  emulator.controls.setClusterStatus(clusterId, 'Creating')
  expect((await camunda('GET', `${path}/${encodeURIComponent(clientId)}`)).status).toBe(412)
})
