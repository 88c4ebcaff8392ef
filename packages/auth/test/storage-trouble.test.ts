import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StorageDriver } from '../src/index.ts'
import { stubInstantCrypto } from './support/instant-crypto.ts'
import { type Simulation, START, simulate, TIMEOUT_MS } from './support/simulation.ts'
import type { Trouble } from './support/troubled-storage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  stubInstantCrypto()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

interface Outcome {
  readonly result: string
  readonly tookMs: number
}

/** Calls, and tells how it ended. */
async function begin(simulation: Simulation, instance: number, audience = 'a'): Promise<Outcome> {
  const began = performance.now()
  const result = await simulation.instances[instance]?.token(audience).then(
    ({ accessToken }) => accessToken,
    (error) => String(error.code),
  )
  return { result: result ?? '', tookMs: performance.now() - began }
}

/** Lets time pass until there is a result. */
async function ended<T>(running: Promise<T>): Promise<T> {
  let isOver = false
  void running.finally(() => {
    isOver = true
  })
  while (!isOver) await pass(1)
  return running
}

const call = (simulation: Simulation, instance: number, audience?: string): Promise<Outcome> =>
  ended(begin(simulation, instance, audience))

const lossy: Trouble[] = ['lose', 'forget', 'delay', 'reorder', 'stale', 'lie', 'unlocked', 'down', 'none']

describe.each(lossy)('a failing storage: %s', (trouble) => {
  const start = (): Simulation => {
    const simulation = simulate([0, 0])
    simulation.storage.trouble = trouble
    return simulation
  }

  test('a rejected credential is sent once, by all instances of the process', async () => {
    const simulation = start()
    simulation.mode = 'reject'
    for (const instance of [0, 1, 0, 1, 0]) expect((await call(simulation, instance)).result).toBe('token_rejected')
    expect(simulation.sent).toHaveLength(1)
  })

  test('no instance of the process sends a request before Retry-After has passed', async () => {
    const simulation = start()
    simulation.mode = 'limit'
    void begin(simulation, 0)
    await pass(100)
    simulation.mode = 'ok'
    expect((await call(simulation, 1, 'b')).tookMs).toBeGreaterThanOrEqual(simulation.retryAfterMs - 100)
    const [limited, next] = simulation.sent
    expect((next?.at ?? 0) - (limited?.answeredAt ?? 0)).toBeGreaterThanOrEqual(simulation.retryAfterMs)
  })

  test('instances keep their distance', async () => {
    const simulation = start()
    const audiences = ['a', 'b', 'c']
    await ended(Promise.all(audiences.map((audience, i) => begin(simulation, i % 2, audience))))
    const gaps = simulation.sent.slice(1).map(({ at }, i) => at - (simulation.sent[i]?.at ?? 0))
    expect(gaps).toHaveLength(2)
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1000)
  })
})

test('instances without a storage, or with separate ones, share one pace and one block', async () => {
  const simulation = simulate([0, 0, 0], () => undefined)
  simulation.mode = 'limit'
  void begin(simulation, 0)
  await pass(100)
  simulation.mode = 'ok'
  await ended(Promise.all([begin(simulation, 1), begin(simulation, 2)]))
  const [limited, ...later] = simulation.sent.map(({ at }) => at)
  expect(later[0]).toBeGreaterThanOrEqual((limited ?? 0) + simulation.retryAfterMs)
  for (const [i, at] of later.slice(1).entries()) expect(at - (later[i] ?? 0)).toBeGreaterThanOrEqual(1000)
})

test('a lock that is never granted costs one lease, once, and the event reports it', async () => {
  const simulation = simulate([0, 1, 2])
  simulation.storage.trouble = 'locked'
  const cold = await call(simulation, 0)
  expect(cold.result).toBe('token-1')
  expect(cold.tookMs).toBeGreaterThan(10_000)
  // The lease and up to a second, so that it is not one that has just lapsed; a turn; and the looks in between.
  expect(cold.tookMs).toBeLessThan(13_000)
  expect(simulation.instances[0]?.stats().storageFailures).toBeGreaterThan(0)
  // The others take it from the storage.
  expect(await call(simulation, 1)).toEqual({ result: 'token-1', tookMs: expect.any(Number) })
  expect(simulation.sent).toHaveLength(1)
  // The next token does not cost another lease.
  await pass(simulation.lifetimeMs)
  expect((await call(simulation, 0)).tookMs).toBeLessThan(1000)
})

test('including a lock that is never granted on a storage that keeps nothing', async () => {
  const simulation = simulate([0, 1, 2])
  simulation.storage.trouble = 'locked_lossy'
  for (const audience of ['a', 'b']) {
    const { result, tookMs } = await call(simulation, 0, audience)
    expect(result).toMatch(/^token-/)
    expect(tookMs).toBeLessThan(13_000)
  }
})

test('a lock that is granted too late, and cannot be released, has no effect', async () => {
  const simulation = simulate([0, 1, 2])
  simulation.storage.trouble = 'late'
  expect((await call(simulation, 0)).result).toBe('token-1')
  await pass(20_000)
  expect(simulation.instances[0]?.stats().storageFailures).toBeGreaterThan(0)
})

test('a lock that an active process holds is waited for, however long', async () => {
  const simulation = simulate([0, 1, 2])
  // Every request takes most of a lease and fails, and the lease goes from hand to hand.
  Object.assign(simulation, { mode: 'error', latencyMs: 8000 })
  const all = await ended(Promise.all([begin(simulation, 0), begin(simulation, 1)]))
  for (const { result } of all) expect(result).toMatch(/server_error|timeout|rate_limited/)
  const { sent } = simulation
  for (const [i, { at }] of sent.slice(1).entries()) expect(at).toBeGreaterThanOrEqual(sent[i]?.answeredAt ?? 0)
})

test('a lock refused some time ago has not been refused ever since', async () => {
  // A waiting process cannot see that the holder is another one by now, as after a database was deleted.
  const withoutNotes = (shared: StorageDriver): StorageDriver => ({
    ...shared,
    async set(key, record) {
      if (!key.startsWith('holder-')) await shared.set(key, record)
    },
  })
  const simulation = simulate([0, 1, 2], withoutNotes)
  simulation.latencyMs = 3000
  // One process sends its request, so the other waits for its turn, until somebody stores a token for it.
  const first = begin(simulation, 0, 'a')
  const second = begin(simulation, 1, 'b')
  await pass(500)
  const accessToken = simulation.issue('secret/b')
  await simulation.instances[0]?.prime('b', { accessToken, expiresAt: START + performance.now() + 300_000 })
  expect((await ended(second)).result).toBe(accessToken)
  await ended(first)
  await pass(5000)
  await ended(Promise.all([begin(simulation, 0, 'c'), begin(simulation, 1, 'd')]))
  for (const instance of [0, 1]) expect(simulation.instances[instance]?.stats().storageFailures).toBe(0)
  const [, third, fourth] = simulation.sent.map(({ at }) => at)
  expect((fourth ?? 0) - (third ?? 0)).toBeGreaterThanOrEqual(1000)
})

describe.each([100, 500, 1000, 1900])('a storage that takes %i ms for each operation', (latencyMs) => {
  test('costs a cold call at most 6 sequential operations, and a quarter of its time', async () => {
    const simulation = simulate([0, 1, 2])
    Object.assign(simulation.storage, { latencyMs })
    const { result, tookMs } = await call(simulation, 0)
    expect(result).toBe('token-1')
    // Three before the token is returned; the others store it, and nobody waits for them.
    expect(tookMs).toBeLessThanOrEqual(Math.min(3 * latencyMs, TIMEOUT_MS / 4) + simulation.latencyMs + 100)
    const returnedAt = performance.now()
    const before = simulation.storage.operations
    await pass(3 * latencyMs + 10)
    expect(simulation.storage.operations).toBeGreaterThan(before)
    const after = simulation.storage.operations
    await pass(60_000)
    expect(simulation.storage.operations).toBe(after)
    expect(performance.now() - returnedAt).toBeGreaterThan(60_000)
    expect((await call(simulation, 1)).result).toBe('token-1')
    expect(simulation.sent).toHaveLength(1)
  })

  test('processes that start together still send one request, while their time for the storage lasts', async () => {
    const simulation = simulate([0, 1, 2])
    Object.assign(simulation.storage, { latencyMs })
    const both = await ended(Promise.all([begin(simulation, 0), begin(simulation, 1)]))
    for (const { result } of both) expect(result).toMatch(/^token-/)
    expect(simulation.sent).toHaveLength(latencyMs < 1900 ? 1 : 2)
  })
})

test.each([1, 5, 40, 60])('a clock that is %i s behind or ahead delays no call', async (seconds) => {
  for (const offset of [-seconds * 1000, seconds * 1000]) {
    const simulation = simulate([0, 1, 2])
    simulation.offsets[1] = offset
    expect((await call(simulation, 0, 'a')).result).toBe('token-1')
    const { result, tookMs } = await call(simulation, 1, 'b')
    expect(result).toBe('token-2')
    expect(tookMs).toBeLessThan(2500)
    // Nor does the one who asks again and again starve the other.
    for (const audience of ['c', 'd', 'e']) {
      const asked = [begin(simulation, 0, audience), begin(simulation, 1, `${audience}${audience}`)]
      for (const outcome of await ended(Promise.all(asked))) expect(outcome.tookMs).toBeLessThan(5000)
    }
  }
})

test('a clock that is set back by 40 s delays no call', async () => {
  const simulation = simulate([0, 1, 2])
  await call(simulation, 0, 'a')
  simulation.offsets[0] = -40_000
  expect((await call(simulation, 0, 'b')).tookMs).toBeLessThan(2500)
})

test('one failed write neither makes a process forget the 429 of others, nor clears it', async () => {
  const simulation = simulate([0, 1, 2])
  simulation.storage.trouble = 'down'
  await call(simulation, 0, 'a')
  simulation.storage.trouble = 'none'
  await pass(5000)
  simulation.mode = 'limit'
  void begin(simulation, 1, 'b')
  await pass(100)
  simulation.mode = 'ok'
  const [, limited] = simulation.sent
  await call(simulation, 0, 'c')
  await call(simulation, 1, 'd')
  const after = simulation.sent.slice(2).map(({ at }) => at - (limited?.answeredAt ?? 0))
  expect(after.length).toBeGreaterThan(1)
  for (const ms of after) expect(ms).toBeGreaterThanOrEqual(simulation.retryAfterMs)
})

describe('short-lived tokens from a slow endpoint', () => {
  test.each([
    [5000, 700],
    [15_000, 700],
    [15_000, 2000],
    [30_000, 2000],
    [60_000, 7000],
  ])(
    '%i ms from an endpoint that takes %i ms: no token after its end, one request for each, and no call waits',
    async (lifetimeMs, latencyMs) => {
      const simulation = simulate([0, 1, 2])
      Object.assign(simulation, { lifetimeMs, latencyMs })
      await call(simulation, 0)
      const endAt = performance.now() + 60_000
      const used = new Set<string>()
      while (performance.now() < endAt) {
        const { result, tookMs } = await call(simulation, 0)
        expect(simulation.issued.get(result)?.expiresAt).toBeGreaterThan(performance.now())
        expect(tookMs).toBeLessThanOrEqual(1)
        used.add(result)
        await pass(50)
      }
      // Each token that was asked for is used; the last one may be under way.
      expect(simulation.sent.length - used.size).toBeLessThanOrEqual(1)
      const usableMs = lifetimeMs * 0.98 - latencyMs * 1.25
      expect(simulation.sent.length).toBeLessThanOrEqual(Math.ceil(60_000 / Math.min(usableMs, lifetimeMs * 0.9)) + 1)
    },
  )

  test('one that is rejected because it has just expired does not count as a second rejection', async () => {
    const simulation = simulate([0, 1])
    Object.assign(simulation, { lifetimeMs: 5000 })
    const auth = simulation.instances[0]
    // The API's clock is a little ahead: each token is refused shortly before its end, one after the other.
    for (let i = 0; i < 5; i++) {
      const { result } = await call(simulation, 0)
      await pass(4800)
      expect(await auth?.refused?.('a', { authorization: `Bearer ${result}` })).toBe(true)
    }
  })
})
