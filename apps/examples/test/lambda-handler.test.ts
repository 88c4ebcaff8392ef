import { createOAuth } from '@x/auth'
import { expect, it } from 'vitest'
import { createHandler } from '../src/lambda-handler.ts'
import { startCamunda, variablesOf } from './support/camunda.ts'
import { createUpstashLike } from './support/upstash-like.ts'

it('handles all events of an instance with one token', async () => {
  const server = await startCamunda()
  const handle = createHandler({ variables: variablesOf(server, 'cluster') })
  const [first, second] = await Promise.all([handle({}), handle({})])
  expect(first).toEqual(second)
  expect(JSON.parse(first.body)[0]).toMatchObject({ count: expect.any(Number), example: expect.any(String) })
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
})

it('requests no token when one is passed in', async () => {
  const server = await startCamunda()
  const { emulator } = server
  const token = await createOAuth(emulator.credentials('cluster')).token('operate.camunda.io')
  emulator.journal.clear()
  for (const start of ['cold', 'cold again']) {
    const handle = createHandler({ variables: variablesOf(server, 'cluster') })
    expect(await handle({ token }), start).toMatchObject({ statusCode: 200 })
  }
  expect(emulator.journal.count({ kind: 'token' })).toBe(0)
})

it('requests a token when the one passed in has expired', async () => {
  const server = await startCamunda()
  const handle = createHandler({ variables: variablesOf(server, 'cluster') })
  expect(await handle({ token: { accessToken: 'old', expiresAt: 1 } })).toMatchObject({ statusCode: 200 })
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
  expect(server.emulator.journal.count({ kind: 'operate', status: 401 })).toBe(0)
})

it('needs one token for all cold starts that share a Redis', async () => {
  const server = await startCamunda()
  const redis = createUpstashLike()
  const variables = variablesOf(server, 'cluster')
  const starts = Array.from({ length: 5 }, () => createHandler({ variables, redis })({}))
  for (const { statusCode } of await Promise.all(starts)) expect(statusCode).toBe(200)
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
  // Encrypted: reading Redis does not reveal the token.
  const [token] = redis.values.values()
  expect(token).not.toContain('eyJ')
  expect([...redis.values.values()].join()).not.toMatch(/eyJ[\w-]+\./)
})
