import { Redis as Upstash } from '@upstash/redis'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOAuth, type TokenEvent, type TokenStorage } from '../src/index.ts'
import { type RedisClient, redisStorage } from '../src/storage/redis.ts'
import { storageContract } from '../src/testing/index.ts'
import { faultSuite } from './support/fault-suite.ts'
import type { Member } from './support/fleet.ts'
import { startRedisFleet } from './support/redis-fleet.ts'
import { hasRedisServer, type RedisServer, startRedisServer } from './support/redis-server.ts'
import { createStoringOAuth } from './support/storing-oauth.ts'
import { grant, json, startTokenServer, type TokenServer } from './support/token-server.ts'
import { startUpstashBridge, type UpstashBridge } from './support/upstash-bridge.ts'

describe.runIf(hasRedisServer())('redis', () => {
  let redisServer: RedisServer
  let bridge: UpstashBridge
  let ioredis: Redis
  let nodeRedis: Awaited<ReturnType<typeof connectNodeRedis>>
  let upstash: Upstash
  let server: TokenServer
  beforeAll(async () => {
    redisServer = await startRedisServer()
    ioredis = new Redis(redisServer.port, '127.0.0.1')
    nodeRedis = await connectNodeRedis(redisServer.port)
    bridge = await startUpstashBridge(ioredis)
    upstash = new Upstash({ url: bridge.url, token: bridge.token, enableTelemetry: false })
  })
  afterAll(async () => {
    await bridge.close()
    ioredis.disconnect()
    nodeRedis.destroy()
    await redisServer.close()
  })
  beforeEach(async () => {
    await ioredis.flushall()
    server = await startTokenServer()
  })
  afterEach(() => server.close())

  const events: TokenEvent[] = []
  function make(storage: TokenStorage, clientSecret = 'marker-secret', create = createStoringOAuth) {
    events.length = 0
    const onEvent = (event: TokenEvent): void => void events.push(event)
    const credential = { tokenUrl: server.url, clientId: 'my-client', clientSecret, minTokenIntervalMs: 0 }
    return create({ ...credential, onEvent, storage })
  }

  const clients: Record<string, () => RedisClient> = {
    ioredis: () => ioredis,
    'node-redis': () => nodeRedis,
    '@upstash/redis': () => upstash,
  }
  describe.each(Object.keys(clients))('%s', (name) => {
    const storage = (): TokenStorage => redisStorage((clients[name] as () => RedisClient)())

    describe('contract', () => storageContract(storage, { test }))

    test('shares one token, and what Redis sees is encrypted and expires', async () => {
      server.answer = (response) => json(response, 200, { access_token: 'marker-token', expires_in: 60 })
      await make(storage()).headers('marker-audience')
      await make(storage()).headers('marker-audience')
      expect(events.map(({ type }) => type)).toEqual(['token_shared'])
      expect(server.requests).toHaveLength(1)
      const keys = await ioredis.keys('*')
      expect(keys.length).toBeGreaterThan(1)
      for (const key of keys) {
        const value = (await ioredis.get(key)) ?? ''
        for (const shown of [key, value, Buffer.from(value.replace(/^.* /, ''), 'base64').toString('latin1')])
          expect(shown).not.toMatch(/marker|my-client/)
        expect(await ioredis.pttl(key)).toBeGreaterThan(0)
      }
      expect(keys.filter((key) => key.includes('lease:'))).toEqual([])
    })
  })

  describe('faults', () => {
    const methods = { get: 1, set: 1, del: 1, eval: 0 } as const
    faultSuite({ test, client: () => ioredis as RedisClient, storage: (client) => redisStorage(client), methods })
  })

  test('clients share with each other', async () => {
    for (const client of Object.values(clients)) await make(redisStorage(client())).headers('a')
    expect(server.requests).toHaveLength(1)
  })

  test('the prefix is configurable, and separates storages', async () => {
    for (const prefix of ['one:', 'two:']) await make(redisStorage(ioredis, { prefix })).headers('a')
    expect(server.requests).toHaveLength(2)
    for (const key of await ioredis.keys('*')) expect(key).toMatch(/^(one|two):/)
  })

  describe('without scripts', () => {
    const plain = (): TokenStorage =>
      redisStorage({
        defineCommand: true,
        get: (key: string) => ioredis.get(key),
        set: (...args: never[]) => (ioredis.set as (...args: never[]) => Promise<unknown>)(...args),
        del: (key: string) => ioredis.del(key),
      } as RedisClient)
    describe('contract', () => storageContract(plain, { test }))

    test('a release that may be too late lets the lease expire instead', async () => {
      for (const [leaseMs, deletes] of [
        [10_000, 1],
        [0, 0],
      ] as const) {
        const place = new Map<string, string>()
        const deleted: string[] = []
        const client = {
          get: async (key: string) => place.get(key),
          async set(key: string, value: string, { nx, px }: { nx?: boolean; px: number }) {
            if (nx && place.has(key)) return null
            if (px || nx) place.set(key, value)
            return 'OK'
          },
          del: async (key: string) => void deleted.push(key),
        }
        const lease = await redisStorage(client).lock?.('a', leaseMs)
        deleted.length = 0
        await lease?.release()
        expect(deleted).toHaveLength(deletes)
      }
    })
  })

  test('if the access list forbids scripts, a release takes two steps', async () => {
    await ioredis.acl('SETUSER', 'plain', 'on', '>password', '~*', '+@all', '-eval', '-flushall')
    const client = new Redis(redisServer.port, '127.0.0.1', { username: 'plain', password: 'password' })
    try {
      await expect(client.eval('return 1', 0)).rejects.toThrow('NOPERM')
      const lease = await redisStorage(client).lock?.('a', 10_000)
      expect(await ioredis.keys('*')).toHaveLength(1)
      await lease?.release()
      expect(await ioredis.keys('*')).toEqual([])
      await make(redisStorage(client)).headers('a')
      expect(events.some(({ type }) => type === 'storage_failed')).toBe(false)
    } finally {
      client.disconnect()
    }
  })

  test('a read-only Redis is read: the call works, and one event reports it', async () => {
    await make(redisStorage(ioredis)).headers('a')
    await ioredis.acl('SETUSER', 'reader', 'on', '>password', '~*', '+@read', '+@connection', '+info')
    const client = new Redis(redisServer.port, '127.0.0.1', { username: 'reader', password: 'password' })
    try {
      const auth = make(redisStorage(client))
      for (const audience of ['a', 'b', 'a', 'b']) await auth.headers(audience)
      expect(server.requests).toHaveLength(2)
      expect(events.filter(({ type }) => type === 'storage_failed')).toHaveLength(1)
    } finally {
      client.disconnect()
    }
  })

  test('a Redis that becomes unreachable breaks no call', { timeout: 20_000 }, async () => {
    const gone = await startRedisServer()
    const client = new Redis(gone.port, '127.0.0.1')
    client.on('error', () => {})
    const auth = make(redisStorage(client), 'marker-secret', createOAuth)
    await auth.headers('a')
    await gone.close()
    for (const audience of ['a', 'b', 'c', 'b']) await auth.headers(audience)
    expect(server.requests).toHaveLength(3)
    expect(auth.stats().storageFailures).toBe(1)
    client.disconnect()
  })

  describe.concurrent('fleet', () => {
    /** Processes and a token server of the test's own. */
    async function withFleet(size: number, body: (fleet: Member[], server: TokenServer) => Promise<void>) {
      const own = await startTokenServer()
      const fleet = await startRedisFleet(size, own.url, `${redisServer.port}`, 'secret')
      try {
        await body(fleet, own)
      } finally {
        for (const { process } of fleet) process.kill('SIGKILL')
        await own.close()
      }
    }

    test('16 processes with 50 calls each send one token request', { timeout: 60_000 }, async () => {
      await withFleet(16, async (fleet, { requests }) => {
        const outcomes = await Promise.all(fleet.map((member) => member.call(50, 'a')))
        for (const { results } of outcomes) expect(results).toEqual(['Bearer token-1'])
        expect(requests).toHaveLength(1)
      })
    })

    test('a holder that is killed with -9 delays the others by one lease at most', { timeout: 60_000 }, async () => {
      // Six deaths in the same ten seconds: each audience has a holder of its own.
      const audiences = ['a', 'b', 'c', 'd', 'e', 'f']
      await withFleet(audiences.length + 2, async (fleet, own) => {
        const asked = new Map<string | undefined, () => void>()
        const firstRequests = audiences.map((audience) => new Promise<void>((resolve) => asked.set(audience, resolve)))
        own.answer = (response, request, count) => {
          const { audience } = request.form
          // Never answered: its sender is killed instead.
          if (asked.has(audience)) asked.get(audience)?.()
          else grant()(response, request, count)
          asked.delete(audience)
        }
        const [first, second, ...holders] = fleet as [Member, Member, ...Member[]]
        for (const [i, holder] of holders.entries()) holder.process.send({ calls: 1, audience: audiences[i] })
        await Promise.all(firstRequests)
        for (const holder of holders) holder.process.kill('SIGKILL')
        for (const audience of audiences) {
          const outcomes = await Promise.all([first.call(5, audience), second.call(5, audience)])
          expect(outcomes[0].results).toEqual([expect.stringMatching(/^Bearer token-/)])
          expect(outcomes[1].results).toEqual(outcomes[0].results)
        }
        expect(own.requests).toHaveLength(2 * audiences.length)
      })
    })
  })
})

async function connectNodeRedis(port: number) {
  const client = createClient({ socket: { host: '127.0.0.1', port } })
  await client.connect()
  return client
}
