import { afterEach, describe, expect, test } from 'vitest'
import measured from '../results/bench.json' with { type: 'json' }
import { naiveToken } from '../src/clients/naive.ts'
import { type FleetPlan, type FleetResult, RequestLog, threeHours } from '../src/simulation/plan.ts'
import { behaviours, simulateApart, simulateLife } from '../src/simulation/simulate-apart.ts'
import { type StartProcess, simulateFleet } from '../src/simulation/simulate-fleet.ts'
import { startOAuth } from '../src/simulation/start-oauth.ts'
import { kvLike, redisLike } from '../src/simulation/storages.ts'
import { installVirtualTime, type VirtualTime } from '../src/simulation/virtual-time.ts'
import type { TokenCell } from '../src/tokens/measure-tokens.ts'
import { countCryptography } from './support/count-cryptography.ts'
import { realKv, realRedis } from './support/real-storages.ts'

const small: FleetPlan = { ...threeHours, workers: 40, rollMs: 60_000, rotateAtHour: 1.25 }
const restores: (() => void)[] = []
afterEach(() => {
  for (const restore of restores.splice(0)) restore()
})

async function simulate(plan: FleetPlan, open: (time: VirtualTime) => StartProcess): Promise<FleetResult> {
  const { isBusy, restore } = countCryptography()
  const time = installVirtualTime(Date.UTC(2026, 0, 1), plan.seed, isBusy)
  restores.push(restore, time.uninstall)
  return simulateFleet(plan, time, open(time))
}

test('virtual time runs events in order, and can be uninstalled', async () => {
  const { setTimeout: realSetTimeout } = globalThis
  const time = installVirtualTime(1000, 1)
  const seen: string[] = []
  try {
    const note = (name: string) => seen.push(`${name} at ${Date.now()}`)
    setTimeout(note, 20, 'late')
    setTimeout(note, 10, 'first')
    setTimeout(note, 10, 'second')
    clearTimeout(setTimeout(note, 15, 'cancelled'))
    time.sleep(12).then(() => note('slept'))
    expect(time.advanceTo(1005)).toBeUndefined()
    await time.advanceTo(1030)
    expect(performance.now()).toBe(30)
  } finally {
    time.uninstall()
  }
  expect(seen).toEqual(['first at 1010', 'second at 1010', 'slept at 1012', 'late at 1020'])
  expect(globalThis.setTimeout).toBe(realSetTimeout)
  expect(Date.now()).toBeGreaterThan(1e12)
})

test('processes only share their storage', async () => {
  const crowd: FleetPlan = { ...small, hours: 1, rollMs: 100, rotateAtHour: 2, lifetimeS: 86_400 }
  // With separate storages they share nothing, and all send a request within the first second.
  const apart = await simulate(crowd, (time) => startOAuth((worker) => redisLike(time)(worker)))
  expect(apart).toMatchObject({ tokenRequests: 40, worstSecond: 40, failed: 0 })
  const together = await simulate(crowd, (time) => startOAuth(redisLike(time)))
  expect(together).toMatchObject({ tokenRequests: 1, failed: 0 })
})

test('a fleet on Redis sends one request per token lifetime, and one per cooldown with a rotated secret', async () => {
  const long = await simulate({ ...small, lifetimeS: 86_400 }, (time) => startOAuth(redisLike(time)))
  // One for each secret. The first token outlives the workers with the old secret.
  expect(long).toMatchObject({ calls: 40 * 180, tokenRequests: 2, refused: 0, worstSecond: 1, failed: 0 })
  const short = await simulate(small, (time) => startOAuth(redisLike(time)))
  expect(short.worstSecond).toBe(1)
  // 45 minutes with the old secret: a cooldown of 30 s, doubling to 15 min.
  expect(short.refused).toBeLessThanOrEqual(8)
  expect(short.tokenRequests - short.refused).toBeLessThanOrEqual(((3 - 0.75) * 3600) / 270 + 2)
})

describe('the modeled storages behave like the real ones for the same fleet', () => {
  test('redisStorage', async () => {
    const real = await simulate(small, (time) => startOAuth(realRedis(time)))
    expect(await simulate(small, (time) => startOAuth(redisLike(time)))).toEqual(real)
    expect(real.tokenRequests).toBeGreaterThan(0)
  })

  test('cloudflareKVStorage', async () => {
    const crowd: FleetPlan = { ...small, workers: 100, hours: 1, rotateAtHour: 0.5 }
    const real = await simulate(crowd, (time) => startOAuth(realKv(time)))
    expect(await simulate(crowd, (time) => startOAuth(kvLike(time)))).toEqual(real)
    // Without a lock, and with a delay of a minute, locations send their own requests.
    expect(real.tokenRequests).toBeGreaterThan(12)
  })
})

describe('the modeled clients behave like the real ones', () => {
  test('the 10 lines by hand behave in virtual time like their model', async () => {
    const { fetch } = globalThis
    restores.push(() => {
      globalThis.fetch = fetch
    })
    const real = await simulate(small, () => (_worker, clientSecret, answer) => {
      globalThis.fetch = answer as typeof fetch
      const options = { tokenUrl: '', apiUrl: '', clientId: 'fleet', clientSecret, audience: 'a', directory: '' }
      return { headers: naiveToken(options) }
    })
    expect(simulateApart(small, behaviours.naive as never)).toEqual(real)
  })

  const cells = measured.tokens as readonly TokenCell[]
  const requestsOf = (row: string, client: string): number | undefined =>
    cells.find((cell) => cell.row === row && cell.client === client)?.result?.counts.tokenRequests

  const expectNear = (model: number, count = 0): void => {
    // Measured in real time on a busy machine, so a call more or less, or a few of hundreds, is acceptable.
    expect(Math.abs(model - count)).toBeLessThanOrEqual(Math.max(2, count * 0.25))
  }
  test.each(Object.entries(behaviours))(
    '%s sends as many requests in the model as in the measurement',
    (id, behaviour) => {
      const second: FleetPlan = { ...small, workers: 1, hours: 1, lifetimeS: 5, callEveryMs: 100, tokenMs: 2 }
      const shortLived = new RequestLog(second)
      simulateLife(second, behaviour, { from: 0, until: 30_000 }, shortLived, () => false)
      expectNear(shortLived.requests, requestsOf('lifetime-5', id))

      const slow: FleetPlan = { ...second, callEveryMs: 1000 }
      const wrong = new RequestLog(slow)
      simulateLife(slow, behaviour, { from: 0, until: 20_000 }, wrong, () => true)
      expectNear(wrong.requests, requestsOf('wrong-secret', id))
    },
  )
})
