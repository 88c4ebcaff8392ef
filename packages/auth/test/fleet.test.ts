import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Member, startFleet } from './support/fleet.ts'
import { grant, json, startTokenServer, type TokenServer } from './support/token-server.ts'

let directory: string
let server: TokenServer
let fleet: Member[] = []
beforeEach(async () => {
  fleet = []
  directory = await mkdtemp(join(tmpdir(), 'auth-fleet-'))
  server = await startTokenServer()
})
afterEach(async () => {
  for (const { process } of fleet) process.kill('SIGKILL')
  await server.close()
  await rm(directory, { recursive: true, force: true })
})

test('8 processes with 50 calls each send one token request, and none when started again', {
  timeout: 30_000,
}, async () => {
  for (let round = 0; round < 2; round++) {
    fleet = await startFleet(8, server.url, directory, 'secret')
    const outcomes = await Promise.all(fleet.map((member) => member.call(50, 'a')))
    for (const { results } of outcomes) expect(results).toEqual(['Bearer token-1'])
    for (const { process } of fleet) process.kill()
    expect(server.requests).toHaveLength(1)
  }
})

test('a wrong secret in 8 processes is sent once, and every call fails', { timeout: 30_000 }, async () => {
  server.answer = (response, { form }, count) =>
    form.client_secret === 'right'
      ? grant()(response, {} as never, count)
      : json(response, 401, { error: 'invalid_client' })
  fleet = await startFleet(8, server.url, directory, 'wrong')
  for (let round = 0; round < 3; round++) {
    const outcomes = await Promise.all(fleet.map((member) => member.call(5, 'a')))
    for (const { results } of outcomes) expect(results).toEqual(['token_rejected'])
  }
  expect(server.requests).toHaveLength(1)
  const [corrected] = await startFleet(1, server.url, directory, 'right')
  fleet.push(corrected as Member)
  expect((await corrected?.call(1, 'a'))?.results).toEqual(['Bearer token-2'])
})

test('429 holds back every process, and all are answered after it', { timeout: 30_000 }, async () => {
  server.answer = (response, request, count) =>
    count === 1 ? json(response, 429, {}, { 'retry-after': '2' }) : grant()(response, request, count)
  fleet = await startFleet(4, server.url, directory, 'secret')
  const outcomes = await Promise.all(fleet.map((member) => member.call(10, 'a')))
  for (const { results } of outcomes) expect(results).toEqual(['Bearer token-2'])
  const [first, second] = server.requests
  expect(server.requests).toHaveLength(2)
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1990)
})

test('processes that want different audiences keep the pace of one a second together', {
  timeout: 30_000,
}, async () => {
  fleet = await startFleet(4, server.url, directory, 'secret', '500')
  await Promise.all(fleet.map((member, i) => member.call(5, `audience-${i}`)))
  const times = server.requests.map(({ at }) => at)
  expect(times).toHaveLength(4)
  expect(Math.min(...times.slice(1).map((time, i) => time - (times[i] ?? 0)))).toBeGreaterThanOrEqual(499)
})

test('a process killed at any moment costs the others no more than the lease', { timeout: 60_000 }, async () => {
  // While it asks, which is the worst moment, and at random ones.
  const moments = ['asking', ...Array.from({ length: 4 }, () => Math.random() * 300)] as const
  const outcomes = await Promise.all(
    moments.map(async (moment, i) => {
      const own = i === 0 ? server : await startTokenServer()
      let asked = (): void => {}
      const firstRequest = new Promise<void>((resolve) => {
        asked = resolve
      })
      own.answer = (response, request, count) => {
        if (count === 1) asked()
        // The killed one's request is left without an answer.
        if (count > 1 || moment !== 'asking') setTimeout(() => grant()(response, request, count), 100)
      }
      const members = await startFleet(2, own.url, join(directory, `${i}`), 'secret')
      fleet.push(...members)
      const [victim, survivor] = members as [Member, Member]
      victim.process.send({ calls: 3, audience: 'a' })
      await (moment === 'asking' ? firstRequest : new Promise((resolve) => setTimeout(resolve, moment)))
      victim.process.kill('SIGKILL')
      const first = await survivor.call(3, 'a')
      const [late] = await startFleet(1, own.url, join(directory, `${i}`), 'secret')
      fleet.push(late as Member)
      const outcome = { moment, first, late: await late?.call(3, 'a'), requests: own.requests.length }
      if (own !== server) await own.close()
      return outcome
    }),
  )
  for (const { moment, first, late, requests } of outcomes) {
    const at = `killed at ${moment}`
    expect(first.results, at).toEqual([`Bearer token-${requests}`])
    expect(late?.results, at).toEqual(first.results)
    expect(requests, at).toBeLessThanOrEqual(2)
    // The lease, one request, and the polling in between on a busy machine.
    expect(first.waitedMs, at).toBeLessThan(10_000 + 10_000)
  }
})
