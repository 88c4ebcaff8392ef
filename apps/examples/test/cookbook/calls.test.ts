import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, vi } from 'vitest'
import { createHandler } from '../../src/cookbook/tokens/share-in-lambda.ts'
import { startCamunda, variablesOf } from '../support/camunda.ts'
import { createUpstashLike } from '../support/upstash-like.ts'
import { enter } from './support/kitchen.ts'
import { job } from './support/models.ts'

const unavailable = { status: 503, headers: { 'retry-after': '0' } }

it('says when to retry after a 429', async () => {
  const { cook, printed, emulator } = enter()
  const answer = { status: 429, headers: { 'retry-after': '90' } }
  emulator.controls.failNext({ kind: 'orchestration', times: 9, response: answer })
  await cook('calls/handle-429')
  expect(printed).toEqual(['Too many requests: try again in 90000 ms'])
})

it('stops a long search', async () => {
  const { cook, printed, deploy, start, intercept } = enter()
  await deploy('order', job('charge-card'))
  for (let order = 0; order < 3; order++) start('order')
  intercept(async ({ url }) => {
    // Ctrl+C while the first page is pending.
    if (url.endsWith('/process-instances/search')) process.listeners('SIGINT').at(-1)?.('SIGINT')
    return undefined
  })
  await cook('calls/abort-a-call')
  expect(printed).toEqual(['Stopped: AbortError'])
})

it('gets a response in time', async () => {
  const { cook, printed, deploy, start } = enter()
  await deploy('order', job('charge-card'))
  start('order')
  await cook('calls/limit-the-time')
  expect(printed).toEqual(['1'])
})

it('logs the steps of a call, and no secret', async () => {
  const { cook, printed, emulator } = enter()
  emulator.controls.failNext({ kind: 'orchestration', method: 'POST', response: unavailable })
  await cook('calls/log-events')
  expect(printed).toContainEqual(expect.stringMatching(/^processInstances\.search 503 \d+ ms$/))
  expect(printed).toContainEqual(expect.stringMatching(/^processInstances\.search 503 again in \d+ ms$/))
  expect(printed).toContainEqual(expect.stringMatching(/^processInstances\.search 200 \d+ ms$/))
  expect(printed.join('\n')).not.toContain(emulator.credentials('cluster').clientSecret)
})

it('adds a header to every request', async () => {
  const { cook, intercept } = enter()
  const sent: (string | null)[] = []
  intercept(async ({ headers }) => void sent.push(headers.get('x-correlation-id')))
  await cook('calls/add-headers')
  expect(sent.length).toBeGreaterThan(1) // including the token request
  for (const id of sent) expect(id).toMatch(/^[\da-f-]{36}$/)
})

it('calls over undici', async () => {
  const { printed, cook } = enter()
  // undici only speaks HTTP, so this test needs a server.
  const server = await startCamunda({ rateLimit: false, operate: { processInstances: 0 } })
  for (const [name, value] of Object.entries(variablesOf(server, 'cluster'))) vi.stubEnv(name, value)
  vi.unstubAllGlobals()
  await cook('calls/over-undici')
  expect(printed).toEqual(['20'])
  expect(server.emulator.journal.count({ kind: 'token' })).toBe(1)
})

it('distinguishes errors', async () => {
  const { cook, printed } = enter()
  await cook('calls/tell-errors-apart')
  expect(printed).toEqual(['Not there, or not visible yet'])
})

it('shares a token on one machine', async () => {
  const { cook, printed, emulator, folder } = enter()
  const path = await folder({})
  await cook('tokens/share-on-one-machine')
  expect(printed).toEqual(['ACTIVE 0', 'COMPLETED 0'])
  expect(emulator.journal.count({ kind: 'token' })).toBe(1)
  expect(existsSync(join(path, '.tokens'))).toBe(true)
})

it('calls an API with its own token', async () => {
  const { cook, printed, emulator } = enter()
  await cook('tokens/call-another-api', emulator.url('optimize'), 'sales')
  expect(printed).toEqual(['200'])
})

it('shares a token between instances of a Lambda function', async () => {
  const { emulator } = enter()
  const redis = createUpstashLike()
  // Two cold starts at the same time.
  const handlers = [createHandler(redis), createHandler(redis)]
  for (const { statusCode, body } of await Promise.all(handlers.map((handler) => handler()))) {
    expect([statusCode, JSON.parse(body)]).toEqual([200, { active: 0 }])
  }
  expect(emulator.journal.count({ kind: 'token' })).toBe(1)
})
