import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubInstantCrypto } from './support/instant-crypto.ts'
import { INTERVAL_MS, type Mode, type Simulation, START, simulate, TIMEOUT_MS } from './support/simulation.ts'
import { TROUBLES, type Trouble } from './support/troubled-storage.ts'

const SLOWEST_STORAGE_MS = 20
const AUDIENCES = ['a', 'b']

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  stubInstantCrypto()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Step =
  | { do: 'call'; instance: number; audience: string; times: number; abortAfter?: number | undefined }
  | { do: 'advance'; ms: number }
  | { do: 'server'; mode: Mode; latencyMs: number; lifetimeMs: number }
  | { do: 'refuse'; instance: number; audience: string }
  | { do: 'forget'; instance: number; audience: string }
  | { do: 'prime'; instance: number; audience: string }
  | { do: 'jump'; instance: number; ms: number }
  | { do: 'storage'; trouble: Trouble; latencyMs: number }

const SIZE = 4
const instance = fc.nat(SIZE - 1)
const audience = fc.constantFrom(...AUDIENCES)
const mode = fc.constantFrom<Mode>('ok', 'error', 'limit', 'limit_unsaid', 'reject', 'break', 'hang', 'malformed')
const calls = fc.record({
  do: fc.constant('call' as const),
  instance,
  audience,
  times: fc.integer({ min: 1, max: 5 }),
  abortAfter: fc.option(fc.nat(3000), { nil: undefined, freq: 3 }),
})
const advance = fc.record({
  do: fc.constant('advance' as const),
  ms: fc.oneof(fc.nat(200), fc.nat(5000), fc.nat(100_000), fc.nat(1_000_000)),
})
const server = fc.record({
  do: fc.constant('server' as const),
  mode: fc.oneof(fc.constant('ok' as const), mode),
  latencyMs: fc.oneof(fc.nat(100), fc.nat(8000)),
  lifetimeMs: fc.constantFrom(2000, 5000, 60_000, 300_000, 86_400_000),
})
const refuse = fc.record({ do: fc.constant('refuse' as const), instance, audience })
const forget = fc.record({ do: fc.constant('forget' as const), instance, audience })
const prime = fc.record({ do: fc.constant('prime' as const), instance, audience })
const jump = fc.record({
  do: fc.constant('jump' as const),
  instance,
  ms: fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -7_200_000, max: 7_200_000 })),
})
const storage = fc.record({
  do: fc.constant('storage' as const),
  trouble: fc.constantFrom(...TROUBLES),
  latencyMs: fc.constantFrom(0, 0, 5, 200, 1900),
})

const slowStorage = fc.record({
  do: fc.constant('storage' as const),
  trouble: fc.constant('none' as const),
  latencyMs: fc.constantFrom(0, 5, SLOWEST_STORAGE_MS),
})

/** What one history of calls, failures and time did. */
interface History {
  readonly simulation: Simulation
  readonly served: {
    readonly instance: number
    readonly audience: string
    readonly token: string
    readonly at: number
    readonly askedAt: number
  }[]
  readonly failed: { readonly error: unknown; readonly waitedMs: number }[]
  readonly unsettled: number
}

/** A process for each instance, on one storage. */
const fleet = (): Simulation => simulate([0, 1, 2, 3])

async function play(steps: readonly Step[], seed: number, start: () => Simulation): Promise<History> {
  let state = seed
  vi.spyOn(Math, 'random').mockImplementation(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  })
  const simulation = start()
  const served: History['served'] = []
  const failed: History['failed'] = []
  let unsettled = 0
  const identity = (instance: number, audience: string): string =>
    `${instance === SIZE - 1 ? 'other' : 'secret'}/${audience}`
  const latest = new Map<string, string>()

  function call(instance: number, audience: string, abortAfter: number | undefined): void {
    const askedAt = performance.now()
    const controller = new AbortController()
    const reason = new Error('aborted by its caller')
    const timer = abortAfter === undefined ? undefined : setTimeout(() => controller.abort(reason), abortAfter)
    unsettled++
    simulation.instances[instance]?.token(audience, { signal: controller.signal }).then(
      ({ accessToken }) => {
        unsettled--
        clearTimeout(timer)
        latest.set(`${instance}/${audience}`, accessToken)
        served.push({ instance, audience, token: accessToken, at: performance.now(), askedAt })
      },
      (error) => {
        unsettled--
        clearTimeout(timer)
        if (controller.signal.aborted) expect(error).toBe(reason)
        else failed.push({ error, waitedMs: performance.now() - askedAt })
      },
    )
  }

  for (const step of steps) {
    if (step.do === 'call') for (let i = 0; i < step.times; i++) call(step.instance, step.audience, step.abortAfter)
    if (step.do === 'advance') await vi.advanceTimersByTimeAsync(step.ms)
    if (step.do === 'server')
      Object.assign(simulation, { mode: step.mode, latencyMs: step.latencyMs, lifetimeMs: step.lifetimeMs })
    if (step.do === 'jump') simulation.offsets[step.instance] = (simulation.offsets[step.instance] ?? 0) + step.ms
    if (step.do === 'storage') Object.assign(simulation.storage, { trouble: step.trouble, latencyMs: step.latencyMs })
    if (step.do === 'refuse') {
      const token = latest.get(`${step.instance}/${step.audience}`)
      const headers = { authorization: `Bearer ${token}` }
      if (token) void simulation.instances[step.instance]?.refused?.(step.audience, headers)
    }
    if (step.do === 'forget') void simulation.instances[step.instance]?.forget(step.audience)
    if (step.do === 'prime') {
      const accessToken = simulation.issue(identity(step.instance, step.audience))
      const expiresAt = START + performance.now() + simulation.lifetimeMs
      void simulation.instances[step.instance]?.prime(step.audience, { accessToken, expiresAt })
    }
    await vi.advanceTimersByTimeAsync(0)
  }
  Object.assign(simulation, { mode: 'ok', latencyMs: 10 })
  Object.assign(simulation.storage, { trouble: 'none', latencyMs: 0 })
  await vi.advanceTimersByTimeAsync(4 * TIMEOUT_MS)

  // Holds in every history, whatever went wrong.
  for (const { token, instance, audience } of served) {
    expect(simulation.issued.get(token)?.identity).toBe(identity(instance, audience))
  }
  for (const { error, waitedMs } of failed) {
    expect(error).toHaveProperty('isAuthError', true)
    // Whatever the storage does.
    expect(waitedMs).toBeLessThanOrEqual(TIMEOUT_MS + 200)
  }
  expect(unsettled).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  return { simulation, served, failed, unsettled }
}

const runs = { numRuns: Number(globalThis.process.env.MODEL_RUNS ?? 150) }
const histories = (...steps: fc.Arbitrary<Step>[]): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof({ weight: 3, arbitrary: calls as fc.Arbitrary<Step> }, ...steps), {
    minLength: 3,
    maxLength: 40,
    size: 'max',
  })

function property(
  steps: fc.Arbitrary<Step[]>,
  check: (history: History, steps: Step[]) => void,
  start = fleet,
): () => Promise<void> {
  return () =>
    fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 2 ** 31 }), async (list, seed) => {
        try {
          check(await play(list, seed, start), list)
        } finally {
          vi.clearAllTimers()
        }
      }),
      runs,
    )
}

/** The times at which requests were under way together. */
function overlaps(sent: Simulation['sent'], key: (request: Simulation['sent'][number]) => string): number {
  let count = 0
  for (const [i, one] of sent.entries()) {
    for (const other of sent.slice(i + 1)) {
      if (key(one) === key(other) && other.at < (one.answeredAt ?? Number.POSITIVE_INFINITY)) count++
    }
  }
  return count
}

describe('in any history', () => {
  test('with failures, late responses, aborts and rejections, on one storage', { timeout: 180_000 }, () =>
    property(histories(advance, server, refuse, slowStorage), ({ simulation, served }, steps) => {
      const { sent, issued } = simulation
      // At most one request under way for each token, in the whole fleet.
      expect(overlaps(sent, ({ identity }) => identity)).toBe(0)
      for (const [i, { at }] of sent.entries()) {
        // The pace is kept by everybody together.
        if (i) expect(at - (sent[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(INTERVAL_MS - 1e-6)
        for (const earlier of sent.slice(0, i)) {
          const since = at - (earlier.answeredAt ?? Number.POSITIVE_INFINITY)
          // What is known to one is known to all as soon as the storage has taken it.
          if (since < 2 * SLOWEST_STORAGE_MS || !earlier.heard) continue
          // Nobody asks before Retry-After is over, nor for a credential that rests.
          if (earlier.mode === 'limit') expect(since).toBeGreaterThanOrEqual(simulation.retryAfterMs - 1e-6)
          const same = earlier.identity.split('/')[0] === sent[i]?.identity.split('/')[0]
          if (earlier.mode === 'reject' && same) expect(since).toBeGreaterThanOrEqual(30_000 - 1e-6)
        }
      }
      const newest = new Map<string, number>()
      for (const { token, instance, audience, at } of served) {
        const { index = 0, usableUntil = 0 } = issued.get(token) ?? {}
        // Never past its end, and never an older one after a newer one.
        expect(at).toBeLessThan(usableUntil)
        const name = `${instance}/${audience}`
        expect(index).toBeGreaterThanOrEqual(newest.get(name) ?? 0)
        newest.set(name, index)
      }
      // Without refusals: no request for a token while one that was issued has most of its life before it.
      if (!steps.some((step) => step.do === 'refuse')) {
        for (const [i, request] of sent.entries()) {
          for (const earlier of sent.slice(0, i)) {
            if (earlier.identity !== request.identity || !earlier.index) continue
            const { expiresAt } = issued.get(`token-${earlier.index}`) ?? { expiresAt: 0 }
            const lifetime = expiresAt - earlier.at
            const tookMs = (earlier.answeredAt ?? 0) - earlier.at
            // Earlier only where the next one would not arrive in time, if it took about as long.
            const ahead = Math.max(Math.min(60_000, lifetime / 10), Math.min(5000, lifetime / 50) + tookMs * 1.25)
            expect(expiresAt - request.at).toBeLessThanOrEqual(ahead + 1e-6)
          }
        }
      }
    })(),
  )

  test('as on workerd, where requests are isolated', { timeout: 180_000 }, async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    try {
      await property(histories(advance, server, refuse, slowStorage), ({ simulation, served }) => {
        expect(overlaps(simulation.sent, ({ identity }) => identity)).toBe(0)
        for (const { token, at } of served) expect(at).toBeLessThan(simulation.issued.get(token)?.usableUntil ?? 0)
      })()
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('with prime and forget', { timeout: 180_000 }, () =>
    property(histories(advance, server, refuse, forget, prime), ({ simulation, served }) => {
      expect(overlaps(simulation.sent, ({ identity }) => identity)).toBe(0)
      for (const { token, at } of served) expect(at).toBeLessThan(simulation.issued.get(token)?.usableUntil ?? 0)
    })(),
  )

  test('with clocks that jump both ways', { timeout: 180_000 }, () =>
    property(histories(advance, server, refuse, jump), ({ simulation, served }, steps) => {
      const off = steps.reduce((sum, step) => sum + (step.do === 'jump' ? Math.abs(step.ms) : 0), 0)
      for (const { token, at } of served) {
        // What cannot be seen (a jump back by no more than the time slept) is all that may be missed.
        expect(at).toBeLessThan((simulation.issued.get(token)?.usableUntil ?? 0) + off)
      }
      // No endless loop of requests: no more than the pace allows, per process that a jump may have set apart.
      for (const one of simulation.instances.keys()) {
        const times = simulation.sent.filter(({ instance }) => instance === one).map(({ at }) => at)
        const window = times.map((time) => times.filter((other) => other >= time && other < time + 10_000).length)
        const jumps = steps.filter((step) => step.do === 'jump').length
        expect(Math.max(0, ...window)).toBeLessThanOrEqual(11 + jumps)
      }
    })(),
  )

  test('with a storage that is slow, fails, loses, delays, reorders and lies', { timeout: 180_000 }, () =>
    property(histories(advance, server, refuse, storage), ({ simulation, served }) => {
      // On its own each process still keeps to one request for each token, and no token is served past its end.
      expect(overlaps(simulation.sent, ({ instance, identity }) => `${instance} ${identity}`)).toBe(0)
      for (const { token, at } of served) expect(at).toBeLessThan(simulation.issued.get(token)?.usableUntil ?? 0)
      for (const process of new Set(simulation.processes)) checkBudget(simulation, process)
    })(),
  )

  test(
    'with several instances in a process, on such a storage, on a shared one and on none',
    {
      timeout: 180_000,
    },
    () =>
      property(
        histories(advance, server, refuse, storage),
        ({ simulation }) => {
          for (const process of new Set(simulation.processes)) checkBudget(simulation, process)
        },
        () => simulate([0, 0, 0, 1], (shared, instance) => (instance === 2 ? undefined : shared)),
      )(),
  )
})

/** Whatever a process has seen itself is binding for it, without any help from the storage. */
function checkBudget({ sent, retryAfterMs }: Simulation, process: number): void {
  const own = sent.filter((request) => request.process === process)
  const credential = ({ identity }: Simulation['sent'][number]): string => identity.split('/')[0] ?? ''
  for (const [i, request] of own.entries()) {
    if (i) expect(request.at - (own[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(INTERVAL_MS - 1e-6)
    for (const earlier of own.slice(0, i)) {
      const since = request.at - (earlier.answeredAt ?? Number.POSITIVE_INFINITY)
      if (since < 0 || !earlier.heard) continue
      if (earlier.mode === 'limit') expect(since).toBeGreaterThanOrEqual(retryAfterMs - 1e-6)
      if (earlier.mode === 'limit_unsaid') expect(since).toBeGreaterThanOrEqual(1000 - 1e-6)
      const rests = earlier.mode === 'reject' || earlier.mode === 'malformed'
      if (rests && credential(earlier) === credential(request)) expect(since).toBeGreaterThanOrEqual(30_000 - 1e-6)
    }
  }
}

describe('in a specific history', () => {
  const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
  const call = (simulation: Simulation, instance: number, audience = 'a'): Promise<string> => {
    const result = simulation.instances[instance]?.token(audience).then(
      ({ accessToken }) => accessToken,
      (error) => error.code as string,
    )
    return result as Promise<string>
  }

  test('a slow success does not clear the block of a fast failure', async () => {
    const simulation = fleet()
    simulation.latencyMs = 5000
    const slow = call(simulation, 0, 'a')
    await settle(1000)
    Object.assign(simulation, { mode: 'limit', latencyMs: 10 })
    const blocked = call(simulation, 0, 'b')
    await settle(1000)
    simulation.mode = 'ok'
    await settle(20_000)
    expect(await Promise.all([slow, blocked])).toEqual(['token-1', 'token-2'])
    const [, second, third] = simulation.sent
    expect((third?.at ?? 0) - (second?.answeredAt ?? 0)).toBeGreaterThanOrEqual(simulation.retryAfterMs)
    expect(simulation.sent).toHaveLength(3)
  })

  test('and does not reduce the backoff of the next failure', async () => {
    const simulation = fleet()
    simulation.latencyMs = 5000
    const slow = call(simulation, 0, 'a')
    await settle(1000)
    Object.assign(simulation, { mode: 'limit', latencyMs: 10 })
    const blocked = call(simulation, 0, 'b')
    await settle(1000)
    simulation.mode = 'limit_unsaid'
    await settle(7000)
    simulation.mode = 'ok'
    await settle(20_000)
    expect(await Promise.all([slow, blocked])).toEqual(['token-1', 'token-2'])
    const [, , third, fourth] = simulation.sent
    expect((fourth?.at ?? 0) - (third?.answeredAt ?? 0)).toBeGreaterThanOrEqual(2000)
  })

  test('a slow success does not end the cooldown of a credential that was rejected meanwhile', async () => {
    const simulation = fleet()
    simulation.latencyMs = 1500
    const slow = call(simulation, 0, 'a')
    await settle(1000)
    Object.assign(simulation, { mode: 'reject', latencyMs: 10 })
    const refused = call(simulation, 0, 'b')
    await settle(1000)
    simulation.mode = 'ok'
    const later = call(simulation, 1, 'b')
    await settle(5000)
    expect(await Promise.all([slow, refused, later])).toEqual(['token-1', 'token_rejected', 'token_rejected'])
    expect(simulation.sent).toHaveLength(2)
  })

  test('a call that joined late continues to wait when earlier ones have timed out', async () => {
    const simulation = fleet()
    simulation.mode = 'hang'
    const early = call(simulation, 0)
    await settle(TIMEOUT_MS - 3000)
    const late = call(simulation, 0)
    await settle(3000)
    expect(await early).toBe('timeout')
    simulation.mode = 'ok'
    await settle(TIMEOUT_MS)
    expect(await late).toBe('token-1')
  })

  test('a late response of one process does not replace a newer token of another', async () => {
    const simulation = fleet()
    simulation.latencyMs = 8000
    const late = call(simulation, 0)
    await settle(1000)
    const token = simulation.issue('secret/a')
    await simulation.instances[1]?.prime('a', { accessToken: token, expiresAt: START + performance.now() + 300_000 })
    await settle(10_000)
    expect(await late).toBe('token-2')
    expect(await call(simulation, 2)).toBe(token)
    expect(simulation.sent).toHaveLength(1)
  })

  test('a late response does not replace a newer token of this process, even if the storage lost it', async () => {
    const simulation = fleet()
    simulation.latencyMs = 8000
    const late = call(simulation, 0)
    await settle(1000)
    const token = simulation.issue('secret/a')
    await simulation.instances[0]?.prime('a', { accessToken: token, expiresAt: START + performance.now() + 300_000 })
    await simulation.instances[1]?.token('a')
    await simulation.instances[1]?.forget('a')
    await settle(10_000)
    await late
    expect(await call(simulation, 0)).toBe(token)
  })

  test('30 s with tokens of 5 s: one request for each, and only the first call waits', async () => {
    const simulation = fleet()
    Object.assign(simulation, { lifetimeMs: 5000, latencyMs: 200 })
    const sharers = [0, 1, 2]
    await Promise.all([...sharers.map((instance) => call(simulation, instance)), settle(1000)])
    const startedAt = performance.now()
    for (let elapsed = 0; elapsed < 30_000; elapsed += 100) {
      const calls = sharers.map((instance) => call(simulation, instance))
      // No time passes until they have all been answered.
      for (const token of await Promise.all(calls)) {
        expect(simulation.issued.get(token)?.expiresAt).toBeGreaterThan(performance.now())
      }
      await settle(100)
    }
    expect(performance.now() - startedAt).toBe(30_000)
    const gaps = simulation.sent.slice(1).map(({ at }, i) => at - (simulation.sent[i]?.at ?? 0))
    expect(gaps.length).toBe(6)
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(4500)
  })

  test('a token from the future is ignored: a clock was set back by hours', async () => {
    const simulation = fleet()
    await Promise.all([call(simulation, 0), settle(100)])
    simulation.offsets[1] = -7_200_000
    const other = call(simulation, 1)
    await settle(5000)
    expect(await other).toBe('token-2')
  })

  test('on workerd, calls wait neither for the promise of another request nor for one that ended', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const simulation = fleet()
    simulation.latencyMs = 500
    const all = [call(simulation, 0), call(simulation, 0), call(simulation, 0)]
    await settle(600)
    expect(await Promise.all(all)).toEqual(['token-1', 'token-1', 'token-1'])
    expect(simulation.sent).toHaveLength(1)

    void call(simulation, 0, 'b')
    await settle(2000)
    simulation.latencyMs = 3000
    void call(simulation, 0, 'c')
    await settle(10)
    vi.clearAllTimers()
    const alive = call(simulation, 0, 'c')
    await settle(25_000)
    vi.unstubAllGlobals()
    expect(await alive).toMatch(/^token-/)
  })

  test('on workerd, one call runs the renewal, and gets the old token if it fails', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const simulation = fleet()
    await Promise.all([call(simulation, 0), settle(100)])
    await settle(300_000 - 15_000)
    simulation.mode = 'error'
    const failing = call(simulation, 0)
    expect(await Promise.all([call(simulation, 0), call(simulation, 0)])).toEqual(['token-1', 'token-1'])
    await settle(100)
    expect(await failing).toBe('token-1')
    simulation.mode = 'ok'
    await settle(8000)
    const carrying = call(simulation, 0)
    expect(await call(simulation, 0)).toBe('token-1')
    await settle(100)
    vi.unstubAllGlobals()
    expect(await carrying).toBe('token-2')
    expect(simulation.sent).toHaveLength(3)
  })

  test('a renewal whose request ended is started again', async () => {
    const simulation = fleet()
    // As on workerd, where what one request awaits dies with it: neither answer nor time-out ever comes.
    const dead = call(simulation, 0)
    await settle(10)
    vi.clearAllTimers()
    await settle(TIMEOUT_MS + 10_000)
    const alive = call(simulation, 0)
    await settle(TIMEOUT_MS)
    expect(await alive).toBe('token-1')
    await expect(Promise.race([dead, Promise.resolve('never')])).resolves.toBe('never')
  })
})
