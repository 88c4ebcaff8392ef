import { beforeEach, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { type Call, createConsole, createStill, START } from '../support.ts'

let emulator: Emulator
let camunda: Call
let cluster: string

beforeEach(async () => {
  emulator = createStill()
  camunda = await createConsole(emulator)
  cluster = `/clusters/${emulator.credentials('cluster').clusterId}`
})

test('monitoring can be enabled and disabled, each once', async () => {
  const path = `${cluster}/monitoring`
  expect((await camunda('DELETE', path)).status).toBe(409)
  expect((await camunda('GET', `${path}/clients`)).body).toEqual({ clients: [], status: {} })
  expect((await camunda('POST', path)).status).toBe(204)
  expect((await camunda('POST', path)).status).toBe(409)
  expect((await camunda('GET', `${path}/clients`)).body.status).toMatchObject({ metricsEndpoint: { scheme: 'https' } })
  expect((await camunda('DELETE', path)).status).toBe(204)
  expect((await camunda('GET', `${path}/clients`)).body.status).toEqual({})
})

test('a monitoring client returns its password when it is created and when it is rotated', async () => {
  const path = `${cluster}/monitoring/clients`
  const { status, body } = await camunda('POST', path, { username: 'prometheus' })
  expect(status).toBe(200)
  const { password, ...client } = body
  expect(client).toMatchObject({ username: 'prometheus', name: 'prometheus', created: new Date(START).toISOString() })
  expect((await camunda('GET', path)).body.clients).toEqual([client])
  const rotated = await camunda('POST', `${path}/${client.uuid}/rotate`)
  expect(rotated).toMatchObject({ status: 200, body: client })
  expect(rotated.body.password).toHaveLength(password.length)
  expect(rotated.body.password).not.toBe(password)
  expect((await camunda('DELETE', `${path}/${client.uuid}`)).status).toBe(204)
  expect((await camunda('DELETE', `${path}/${client.uuid}`)).status).toBe(404)
  expect((await camunda('POST', `${path}/${client.uuid}/rotate`)).status).toBe(404)
})

test('secure connectivity can be enabled and disabled, each once, and lists what is allowed', async () => {
  const path = `${cluster}/secure-connectivity`
  const spec = { allowedPrincipals: ['arn:aws:iam::123456789012:root'], allowedRegions: ['us-east-1'] }
  expect((await camunda('DELETE', path)).status).toBe(409)
  expect((await camunda('GET', path)).body).toEqual({ status: {} })
  expect((await camunda('POST', path, spec)).status).toBe(204)
  expect((await camunda('POST', path, spec)).status).toBe(409)
  expect((await camunda('GET', path)).body.status).toMatchObject({
    spec,
    status: { conditions: [{ type: 'Ready', lastTransitionTime: new Date(START).toISOString() }] },
  })
  expect((await camunda('DELETE', path)).status).toBe(204)
  expect((await camunda('GET', path)).body).toEqual({ status: {} })
})

test.each(['ipallowlist', 'ipwhitelist'])('%s replaces all rules, under both names', async (member) => {
  const put = async (rules: unknown) => (await camunda('PUT', `${cluster}/${member}`, { [member]: rules })).status
  const rules = [
    { ip: '203.0.113.0/24, 198.51.100.7', description: 'office' },
    { ip: '2001:db8::/32', description: '' },
  ]
  expect(await put([{ ip: '192.0.2.1', description: 'old' }])).toBe(204)
  expect(await put(rules)).toBe(204)
  expect((await camunda('GET', cluster)).body).toMatchObject({ ipallowlist: rules, ipwhitelist: rules })
  for (const ip of ['', 'office', '256.1.1.1', '192.0.2.0/33', '2001:db8::/129', '192.0.2.1,', '::1/1/1']) {
    expect(await put([{ ip, description: '' }])).toBe(400)
  }
  expect(await put([{ ip: '192.0.2.1' }])).toBe(400)
})
