import { expect, test } from 'vitest'
import { createCall, createConsole, createStill, fetchToken, START, tokenForm } from './support.ts'

test("contains requests with their responses and clients, on the emulator's clock", async () => {
  const emulator = createStill()
  const camunda = await createConsole(emulator)
  emulator.clock.advance(5)
  await camunda('GET', '/clusters?a=b')
  await emulator.fetch(`${emulator.url('console')}/clusters`, { method: 'DELETE' })
  await emulator.fetch(new URL(emulator.url('jwks')))
  await emulator.fetch(`${emulator.url('token').replace('/oauth/token', '/elsewhere')}`)
  const { clientId } = emulator.credentials('organization')
  expect(emulator.journal.entries).toEqual([
    { time: START, kind: 'token', method: 'POST', path: '/oauth/token', status: 200, clientId },
    { time: START + 5, kind: 'console', method: 'GET', path: '/console/clusters', status: 200, clientId },
    { time: START + 5, kind: 'console', method: 'DELETE', path: '/console/clusters', status: 401 },
    { time: START + 5, kind: 'jwks', method: 'GET', path: '/.well-known/jwks.json', status: 200 },
    { time: START + 5, kind: 'unknown', method: 'GET', path: '/elsewhere', status: 404 },
  ])
})

test('counts by kind, method, status, client and path', async () => {
  const emulator = createStill()
  const camunda = await createConsole(emulator)
  const { clientId } = emulator.credentials('organization')
  for (const path of ['/clusters', '/members', '/clusters/unknown']) await camunda('GET', path)
  await camunda('POST', '/clusters', {})
  const { journal } = emulator
  expect(journal.count()).toBe(5)
  expect(journal.count({ kind: 'token' })).toBe(1)
  expect(journal.count({ kind: 'console', method: 'GET' })).toBe(3)
  expect(journal.count({ status: 404 })).toBe(1)
  expect(journal.count({ clientId })).toBe(5)
  expect(journal.count({ clientId: 'another' })).toBe(0)
  expect(journal.count({ path: '/console/clusters' })).toBe(2)
  expect(journal.count({ path: /clusters/, status: undefined })).toBe(3)
  expect(journal.filter({ method: 'POST', kind: 'console' })).toMatchObject([{ status: 400 }])
  journal.clear()
  expect(journal.count()).toBe(0)
})

test('never contains a secret, a token, a query or a body, wherever they are sent', async () => {
  const emulator = createStill()
  const marker = 'MARKER-5ecret'
  const credentials = emulator.credentials('organization')
  const token = await fetchToken(emulator, credentials, 'api.cloud.camunda.io')
  const tokenUrl = emulator.url('token')
  const basic = { authorization: `Basic ${btoa(`${credentials.clientId}:${marker}`)}` }
  await emulator.fetch(tokenUrl, tokenForm({ ...credentials, clientSecret: marker }, 'zeebe.camunda.io'))
  await emulator.fetch(tokenUrl, tokenForm({ ...credentials, clientId: marker }, marker))
  await emulator.fetch(tokenUrl, { ...tokenForm(credentials), headers: basic })
  await emulator.fetch(`${tokenUrl}?client_secret=${marker}`, { method: 'POST' })
  const camunda = createCall(emulator, emulator.url('console'), token)
  const { uuid } = (await camunda('GET', `/clusters?token=${marker}`)).body[0]
  await camunda('POST', `/clusters/${uuid}/secrets`, { secretName: 'A', secretValue: marker })
  await createCall(emulator, emulator.url('console'), marker)('GET', '/clusters')
  await emulator.fetch(`${emulator.url('console')}/members`, { headers: { cookie: marker } })
  emulator.controls.rotateSecret(credentials.clientId)
  const journal = JSON.stringify(emulator.journal.entries)
  expect(emulator.journal.count()).toBe(9)
  expect(journal).not.toContain(marker)
  expect(journal).not.toContain(token)
  expect(journal).not.toContain(credentials.clientSecret)
  expect(journal).not.toContain(emulator.credentials('organization').clientSecret)
})

test('keeps only the newest entries', async () => {
  const emulator = createStill({ journalLimit: 3 })
  for (const name of ['a', 'b', 'c', 'd', 'e']) await emulator.fetch(`http://camunda.localhost/${name}`)
  expect(emulator.journal.entries.map(({ path }) => path)).toEqual(['/c', '/d', '/e'])
})

test('notifies subscribers of each request until they unsubscribe', async () => {
  const emulator = createStill()
  const kinds: string[] = []
  const unsubscribe = emulator.journal.subscribe(({ kind }) => kinds.push(kind))
  await emulator.fetch(emulator.url('jwks'))
  await emulator.fetch(emulator.url('token'))
  unsubscribe()
  await emulator.fetch(emulator.url('jwks'))
  expect(kinds).toEqual(['jwks', 'token'])
  expect(emulator.journal.count()).toBe(3)
})
