import { Redis } from 'ioredis'
import { createClient, RESP_TYPES } from 'redis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOAuth } from '../src/index.ts'
import { type RedisClient, redisStorage } from '../src/storage/redis.ts'
import { hasRedisServer, type RedisServer, startRedisServer } from './support/redis-server.ts'

describe.runIf(hasRedisServer())('Redis clients and wrappers', () => {
  let redisServer: RedisServer
  let ioredis: Redis
  beforeAll(async () => {
    redisServer = await startRedisServer()
    ioredis = new Redis(redisServer.port, '127.0.0.1')
  })
  afterAll(async () => {
    ioredis.disconnect()
    await redisServer.close()
  })
  beforeEach(() => ioredis.flushall())

  /** Three instances, one after the other. */
  async function share(client: object) {
    let requests = 0
    const told: string[] = []
    for (let i = 0; i < 3; i++) {
      const auth = createOAuth({
        ...{ tokenUrl: 'https://login.example.com/', clientId: 'my-client', clientSecret: 'secret' },
        fetch: async () => Response.json({ access_token: `token-${++requests}`, expires_in: 60 }),
        storage: redisStorage(client as RedisClient),
        minTokenIntervalMs: 0,
        onEvent: (event) => void (event.type === 'storage_failed' && told.push(event.error.message)),
      })
      await auth.headers('a')
    }
    return { requests, told }
  }
  type Any = (...args: unknown[]) => Promise<unknown>
  /** ioredis, with a method put in place of its own. */
  const wrap = (methods: Partial<Record<'get' | 'set' | 'del' | 'eval', Any>>): object =>
    Object.assign(Object.create(ioredis), methods)
  const get: Any = (key) => ioredis.get(key as string)
  const set: Any = (...args) => (ioredis.set as Any)(...args)
  const del: Any = (key) => ioredis.del(key as string)

  describe('work', () => {
    const reply =
      (change: (reply: string | null) => unknown): Any =>
      async (...args) =>
        change((await set(...args)) as string | null)
    test.each<[string, () => object]>([
      ['GET returns a Buffer', () => wrap({ get: (key) => ioredis.getBuffer(key as string) })],
      ['GET returns a Uint8Array', () => wrap({ get: async (key) => new TextEncoder().encode(`${await get(key)}`) })],
      ['SET returns a Buffer', () => wrap({ set: reply((ok) => ok && Buffer.from(ok)) })],
      ['SET returns ok', () => wrap({ set: reply((ok) => ok && 'ok') })],
      ['SET returns true or false', () => wrap({ set: reply(Boolean) })],
      ['the client has a prefix of its own', () => new Redis(redisServer.port, '127.0.0.1', { keyPrefix: 'mine:' })],
    ])('where %s', async (_, make) => {
      const client = make()
      expect(await share(client)).toEqual({ requests: 1, told: [] })
      if (client instanceof Redis && client !== ioredis) client.disconnect()
    })

    test('that return Buffers for all text, like node-redis can', async () => {
      const client = createClient({ socket: { host: '127.0.0.1', port: redisServer.port } })
      await client.connect()
      const types = { [RESP_TYPES.BLOB_STRING]: Buffer, [RESP_TYPES.SIMPLE_STRING]: Buffer }
      expect(await share(client.withTypeMapping(types))).toEqual({ requests: 1, told: [] })
      client.destroy()
    })
  })

  describe('are rejected at the first write, and nothing is left in Redis', () => {
    test.each<[string, () => object, RegExp]>([
      ['passes key and value only', () => ({ get, set: (key: unknown, value: unknown) => set(key, value), del }), /NX/],
      ['drops NX', () => wrap({ set: (...args) => set(...args.slice(0, 4)) }), /NX/],
      ['drops PX', () => wrap({ set: (key, value, _px, _ms, ...nx) => set(key, value, ...nx) }), /SET ignores PX/],
      ['is called with words', () => ({ get, set, del }), /syntax error/],
      ['has callbacks and returns nothing', () => ({ get: () => {}, set: () => {}, del: () => {} }), /OK nor null/],
      ['has callbacks and returns true', () => ({ get: () => true, set: () => true, del: () => true }), /boolean/],
      [
        'returns numbers for SET',
        () => wrap({ set: async (...args) => Number((await set(...args)) === 'OK') }),
        /OK nor/,
      ],
      ['returns objects for GET', () => wrap({ get: async (key) => ({ value: await get(key) }) }), /as object/],
      ['reads from elsewhere', () => wrap({ get: async () => null }), /GET does not return/],
    ])('that %s', async (_, make, reason) => {
      const { requests, told } = await share(make())
      expect(requests).toBe(3)
      expect(told).toHaveLength(3)
      for (const text of told) expect(text).toMatch(reason)
      expect(await ioredis.keys('*')).toEqual([])
    })
  })

  test('a Redis that fails while the client is checked is checked again', async () => {
    let fails = true
    const client = wrap({ set: (...args) => (fails ? Promise.reject(new Error('down')) : set(...args)) })
    const storage = redisStorage(client as RedisClient)
    const record = { value: 'text', expiresAt: Date.now() + 60_000 }
    await expect(storage.set('key', record)).rejects.toThrow('down')
    fails = false
    await storage.set('key', record)
    expect(await storage.get('key')).toEqual(record)
  })

  test('a lease without an expiry gets one', async () => {
    await ioredis.set('oauth-tokens:lease:key', 'somebody')
    const storage = redisStorage(ioredis)
    expect(await storage.lock?.('key', 10_000)).toBeUndefined()
    expect(await ioredis.pttl('oauth-tokens:lease:key')).toBeGreaterThan(9000)
    // One that has an end keeps it.
    expect(await storage.lock?.('key', 60_000)).toBeUndefined()
    expect(await ioredis.pttl('oauth-tokens:lease:key')).toBeLessThan(10_001)
  })
})

test.each<[unknown, string]>([
  [undefined, 'get'],
  [null, 'get'],
  ['redis://127.0.0.1:6379', 'get'],
  [{}, 'get'],
  [{ get: () => {}, set: () => {} }, 'del'],
])('%o is rejected when the storage is created', (client, method) => {
  expect(() => redisStorage(client as RedisClient)).toThrow(
    expect.objectContaining({
      code: 'config_invalid',
      message: `redisStorage: client must be a Redis client, but has no method "${method}".`,
    }),
  )
})
