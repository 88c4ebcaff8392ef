import { describe, expect, test } from 'vitest'
import { withFleet } from './support/fleet.ts'
import { grant, json } from './support/token-server.ts'

describe('real processes on one file storage', { timeout: 60_000 }, () => {
  test('16 processes with 50 calls each send one token request, and none when they are restarted', () =>
    withFleet(async ({ server, start }) => {
      for (const size of [16, 4]) {
        const fleet = await start(size, 'secret')
        const outcomes = await Promise.all(fleet.map((member) => member.call(50, 'a')))
        for (const { results } of outcomes) expect(results).toEqual(['Bearer token-1'])
        for (const { process } of fleet) process.kill()
        expect(server.requests).toHaveLength(1)
      }
    }))

  test.concurrent('8 processes send a wrong secret once; every call fails and says what to do; a corrected secret works', () =>
    withFleet(async ({ server, start }) => {
      server.answer = (response, { form }, count) =>
        form.client_secret === 'right'
          ? grant()(response, {} as never, count)
          : json(response, 401, { error: 'invalid_client' })
      const fleet = await start(8, 'wrong')
      const outcomes = await Promise.all(fleet.map((member) => member.call(30, 'a', 100)))
      for (const { results } of outcomes) {
        expect(results).toEqual([
          expect.stringMatching(/^token_rejected: .*"my-client".* Check clientId, clientSecret/),
        ])
      }
      expect(server.requests).toHaveLength(1)
      const [corrected] = await start(1, 'right')
      expect((await corrected?.call(1, 'a'))?.results).toEqual(['Bearer token-2'])
    }))

  test.concurrent.for<[string, number, Record<string, string>, number[]]>([
    ['with Retry-After', 1, { 'retry-after': '2' }, [1990]],
    // A second is the first guess, and each further one is twice the last.
    ['without Retry-After', 2, {}, [990, 1990]],
  ])('429 %s pauses every process, and all calls succeed after it', ([, times, headers, gaps]) =>
    withFleet(async ({ server, start }) => {
      server.answer = (response, request, count) =>
        count <= times ? json(response, 429, {}, headers) : grant()(response, request, count)
      const fleet = await start(4, 'secret')
      const outcomes = await Promise.all(fleet.map((member) => member.call(10, 'a')))
      for (const { results } of outcomes) expect(results).toEqual([`Bearer token-${times + 1}`])
      const sentAt = server.requests.map(({ at }) => at)
      expect(sentAt).toHaveLength(times + 1)
      for (const [i, gap] of gaps.entries()) {
        expect((sentAt[i + 1] ?? 0) - (sentAt[i] ?? 0)).toBeGreaterThanOrEqual(gap)
      }
    }),
  )

  test.concurrent('processes that request different audiences keep the pace together', () =>
    withFleet(async ({ server, start }) => {
      const fleet = await start(4, 'secret', 500)
      await Promise.all(fleet.map((member, i) => member.call(5, `audience-${i}`)))
      const times = server.requests.map(({ at }) => at)
      expect(times).toHaveLength(4)
      // Two may arrive closer when a busy machine holds up the first of them; all four cannot.
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(2 * 500)
    }))

  // 30 s of 5 s tokens are played in fake time, where waiting can be told from a busy machine: see the model's tests.
  test.concurrent('4 processes that call continuously send one request for each token of 2 s', () =>
    withFleet(async ({ server, start }) => {
      const lifetimeS = 2
      server.answer = grant(lifetimeS)
      const fleet = await start(4, 'secret', 100)
      const outcomes = await Promise.all(fleet.map((member) => member.call(160, 'a', 50)))
      const granted = server.requests.map((_, i) => `Bearer token-${i + 1}`)
      for (const { results } of outcomes) for (const result of results) expect(granted).toContain(result)
      const times = server.requests.map(({ at }) => at)
      expect(times.length).toBeGreaterThan(2)
      // One for each lifetime, however long a busy machine takes. Without sharing, there would be four.
      const lifetimes = (Math.max(...times) - Math.min(...times)) / (lifetimeS * 1000)
      expect(times.length).toBeLessThanOrEqual(2 * lifetimes + 1)
    }))
})
