import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions, SOURCE_HEADER } from '../src/index.ts'
import { START, tokenForm } from './support.ts'

const create = (options: EmulatorOptions = {}): Emulator => createEmulator({ now: () => START, ...options })

/** Asks for a token that would be granted, or with a wrong secret, and gives the answer. */
function ask(emulator: Emulator, { source, secret }: { source?: string; secret?: string } = {}): Promise<Response> {
  const { tokenUrl, clientId, clientSecret } = emulator.credentials('cluster')
  const init = tokenForm({ tokenUrl, clientId, clientSecret: secret ?? clientSecret }, 'zeebe.camunda.io')
  return emulator.fetch(tokenUrl, { ...init, headers: source === undefined ? {} : { [SOURCE_HEADER]: source } })
}

test('one request per second, a second one must wait', async () => {
  const emulator = create()
  expect((await ask(emulator)).status).toBe(200)
  const refused = await ask(emulator)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({ error: expect.any(String), error_description: expect.any(String) })
  emulator.clock.advance(1000)
  expect((await ask(emulator)).status).toBe(200)
})

test('failed requests count, and rejected ones restart the interval', async () => {
  const emulator = create()
  expect((await ask(emulator, { secret: 'wrong' })).status).toBe(401)
  expect((await ask(emulator)).status).toBe(429)
  emulator.clock.advance(800)
  expect((await ask(emulator)).status).toBe(429)
  emulator.clock.advance(800)
  expect((await ask(emulator)).status).toBe(429)
  emulator.clock.advance(1000)
  expect((await ask(emulator)).status).toBe(200)
})

test('sources are counted separately, clients of one source together', async () => {
  const emulator = create()
  expect((await ask(emulator, { source: '192.0.2.1' })).status).toBe(200)
  expect((await ask(emulator, { source: '192.0.2.2' })).status).toBe(200)
  const { tokenUrl, ...other } = emulator.credentials('organization')
  const init = tokenForm({ tokenUrl, ...other }, 'api.cloud.camunda.io')
  expect((await emulator.fetch(tokenUrl, { ...init, headers: { [SOURCE_HEADER]: '192.0.2.1' } })).status).toBe(429)
})

test('sending too often blocks the source for a while, whatever it does meanwhile', async () => {
  const emulator = create({ rateLimit: { blockAfter: 3, blockMs: 60_000 } })
  expect((await ask(emulator)).status).toBe(200)
  for (let count = 0; count < 3; count += 1) expect((await ask(emulator)).status).toBe(429)
  emulator.clock.advance(30_000)
  const blocked = await ask(emulator)
  expect(blocked.status).toBe(429)
  expect(blocked.headers.get('retry-after')).toBe('30')
  expect((await ask(emulator, { source: '192.0.2.9' })).status).toBe(200)
  emulator.clock.advance(30_000)
  expect((await ask(emulator)).status).toBe(200)
})

test('Retry-After can be omitted', async () => {
  const emulator = create({ rateLimit: { retryAfter: false } })
  await ask(emulator)
  const refused = await ask(emulator)
  expect(refused.status).toBe(429)
  expect(refused.headers.has('retry-after')).toBe(false)
})

test('a test can block the token endpoint for every caller', async () => {
  const emulator = create()
  emulator.controls.rateLimit(5000)
  expect((await ask(emulator, { source: '192.0.2.1' })).headers.get('retry-after')).toBe('5')
  emulator.clock.advance(5000)
  expect((await ask(emulator, { source: '192.0.2.1' })).status).toBe(200)
})

test('APIs and keys are not limited', async () => {
  const emulator = create()
  for (let count = 0; count < 3; count += 1) {
    expect((await emulator.fetch(emulator.url('jwks'))).status).toBe(200)
    expect((await emulator.fetch(`${emulator.url('console')}/meta/ip-ranges`)).status).toBe(200)
  }
})

test('in any period, at most as many requests pass as the interval allows, and one always passes after a pause', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2500 }), { maxLength: 25 }), async (pauses) => {
      const emulator = create({ rateLimit: { blockAfter: 1000 } })
      const passed: number[] = []
      for (const pause of pauses) {
        emulator.clock.advance(pause)
        // A wrong grant costs no signature, and counts as well.
        const response = await emulator.fetch(emulator.url('token'), { method: 'GET' })
        if (response.status !== 429) passed.push(emulator.clock.now())
        else expect(pause).toBeLessThan(1000)
      }
      for (const [index, time] of passed.entries()) {
        const first = passed[0] ?? time
        expect(time - first).toBeGreaterThanOrEqual(index * 1000 - 100)
      }
    }),
    { numRuns: 50 },
  )
})

test('rejected credentials are in cooldown for 30 seconds; the journal shows clients that retried too soon', async () => {
  const emulator = create({ rateLimit: false })
  expect((await ask(emulator, { secret: 'wrong' })).headers.has('retry-after')).toBe(false)
  emulator.clock.advance(10_000)
  const again = await ask(emulator, { secret: 'wrong' })
  expect(again.status).toBe(401)
  expect(again.headers.get('retry-after')).toBe('20')
  expect(await again.json()).toMatchObject({ error: 'invalid_client' })
  expect(emulator.journal.count({ cooldown: true })).toBe(1)
  // Neither the right secret nor another wrong one is held back.
  expect((await ask(emulator)).status).toBe(200)
  expect((await ask(emulator, { secret: 'also wrong' })).headers.has('retry-after')).toBe(false)
  emulator.clock.advance(20_000)
  expect((await ask(emulator, { secret: 'wrong' })).headers.has('retry-after')).toBe(false)
  expect(emulator.journal.count({ cooldown: true })).toBe(1)
})
