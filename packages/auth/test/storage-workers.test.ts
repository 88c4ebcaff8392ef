import type { Miniflare } from 'miniflare'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOAuth, type TokenEvent } from '../src/index.ts'
import { type CloudflareKVNamespace, cloudflareKVStorage } from '../src/storage/cloudflare-kv.ts'
import { type DurableObjectStub, durableObjectStorage, TokenStorageObject } from '../src/storage/durable-object.ts'
import { storageContract } from '../src/testing/index.ts'
import { faultSuite } from './support/fault-suite.ts'
import { grant, startTokenServer, type TokenServer } from './support/token-server.ts'
import { startWorkerd } from './support/workerd.ts'

let server: TokenServer
let workerd: Miniflare
beforeAll(async () => {
  server = await startTokenServer()
  workerd = startWorkerd(server.url)
  await workerd.ready
})
afterAll(async () => {
  await workerd.dispose()
  await server.close()
})
beforeEach(() => {
  server.answer = grant()
})

async function ask(path: string, query: Record<string, string>): Promise<Record<string, unknown>> {
  const response = await workerd.dispatchFetch(`http://worker/${path}?${new URLSearchParams(query)}`)
  return (await response.json()) as Record<string, unknown>
}
const requestsFor = (audience: string): number =>
  server.requests.filter(({ form }) => form.audience === audience).length

const contractNames: string[] = []
storageContract(() => cloudflareKVStorage({} as never), { test: (name) => contractNames.push(name) })

describe.each(['kv', 'object'])('%s in workerd', (storage) => {
  describe('contract', () => {
    let outcomes: Record<string, unknown> = {}
    beforeAll(async () => {
      outcomes = await ask('contract', { storage })
    })
    for (const name of contractNames) test(name, () => expect(outcomes[name]).toBe('passed'))
  })

  test('another isolate reads the token from the storage', async () => {
    const audience = `${storage}-shared`
    await ask('calls', { storage, audience, instance: '1' })
    const second = await ask('calls', { storage, audience, instance: '2' })
    expect(second).toMatchObject({ tokenRequests: 0, tokensShared: 1, storageFailures: 0 })
    expect(requestsFor(audience)).toBe(1)
  })

  test('a token with a lifetime of less than a minute is stored', async () => {
    server.answer = grant(30)
    const audience = `${storage}-short`
    for (const instance of ['3', '4']) {
      expect(await ask('calls', { storage, audience, instance })).toMatchObject({ storageFailures: 0 })
    }
    expect(requestsFor(audience)).toBe(1)
  })
})

describe.each(['memory', 'kv', 'object'])('requests of one isolate with %s', (storage) => {
  test('three at once send one token request, and a later one sends none', async () => {
    const audience = `${storage}-together`
    server.answer = async (response, request, count) => {
      // Long enough for all three to be there.
      await new Promise((resolve) => setTimeout(resolve, 300))
      grant()(response, request, count)
    }
    const query = { storage, audience, instance: '5' }
    const together = await Promise.all([1, 2, 3].map(() => ask('calls', query)))
    for (const { results } of [...together, await ask('calls', query)]) expect(results).toEqual(together[0]?.results)
    expect(together[0]?.results).toEqual([expect.stringMatching(/^Bearer token-/)])
    expect(requestsFor(audience)).toBe(1)
  })
})

describe('a renewal, once it is due', () => {
  // Of 60 s, it is due after 54 to 56.4, and over after 58.8.
  const later = { storage: 'memory', audience: 'renewal', ahead: '57000' }
  const first = async (instance: string): Promise<unknown> =>
    (await ask('calls', { ...later, instance, ahead: '0' })).results
  beforeEach(() => {
    server.requests.length = 0
    server.answer = grant(60)
  })

  test('is run by one request, while others use the old token', async () => {
    const old = await first('9')
    let answer: () => void = () => {}
    const asked = new Promise<void>((resolve) => {
      server.answer = (response, request, count) => {
        answer = () => grant(60)(response, request, count)
        resolve()
      }
    })
    const carrier = ask('calls', { ...later, instance: '9' })
    await asked
    expect((await ask('calls', { ...later, instance: '9' })).results).toEqual(old)
    answer()
    await carrier
    const fresh = await ask('calls', { ...later, instance: '9' })
    expect(fresh.results).not.toEqual(old)
    expect(server.requests).toHaveLength(2)
  })

  test('that fails, or ends with its request, keeps the old token', async () => {
    const old = await first('10')
    server.answer = (response) => void response.writeHead(500).end()
    expect((await ask('calls', { ...later, instance: '10' })).results).toEqual(old)
    server.answer = grant(60)
    const other = await first('11')
    server.answer = () => {}
    await ask('leave', { ...later, instance: '11' })
    expect((await ask('calls', { ...later, instance: '11' })).results).toEqual(other)
  })
})

test('a request that ends during its token request delays the others by one lease at most', {
  timeout: 30_000,
}, async () => {
  const isLeft = (audience: string | undefined): boolean => requestsFor(`${audience}`) === 1
  server.answer = (response, request, count) => {
    // Never answered: who asked is gone.
    if (!isLeft(request.form.audience)) grant()(response, request, count)
  }
  const leave = async (storage: string): Promise<void> => {
    const query = { storage, audience: `${storage}-left`, instance: '6' }
    await ask('leave', query)
    for (const { results } of await Promise.all([1, 2, 3].map(() => ask('calls', query)))) {
      expect(results).toEqual([expect.stringMatching(/^Bearer token-/)])
    }
    expect(requestsFor(query.audience)).toBe(2)
  }
  await Promise.all(['memory', 'kv', 'object'].map(leave))
})

describe.concurrent('faults', () => {
  describe('kv', () => {
    let kv: CloudflareKVNamespace
    beforeAll(async () => {
      kv = await realKV()
    })
    const methods = { get: 1, put: 1, delete: 1 } as const
    faultSuite({ test, client: () => kv, storage: (namespace) => cloudflareKVStorage(namespace), methods })
  })
  describe('object', () => {
    let stub: DurableObjectStub
    beforeAll(async () => {
      const objects = (await workerd.getDurableObjectNamespace('OBJECT')) as unknown as RealObjects
      stub = objects.get(objects.idFromName('faults'))
    })
    faultSuite({
      test,
      client: () => stub,
      storage: (broken) => durableObjectStorage(() => broken),
      methods: { fetch: 1 },
    })
  })
})

test('a stub works in the request that created it; in the next one, memory is used instead, and one event reports it', async () => {
  for (const [audience, storageFailures] of Object.entries({ 'stub-1': 0, 'stub-2': 1, 'stub-3': 1 })) {
    expect(await ask('calls', { storage: 'stub', audience, instance: '7' })).toMatchObject({ storageFailures })
  }
})

interface RealKV extends CloudflareKVNamespace {
  list(options: { prefix: string }): Promise<{ keys: { name: string; expiration: number }[] }>
}
interface RealObjects {
  idFromName(name: string): unknown
  get(id: unknown): DurableObjectStub
}
const realKV = async (): Promise<RealKV> => (await workerd.getKVNamespace('KV')) as unknown as RealKV

describe('cloudflareKVStorage', () => {
  /** The real KV, with the limit of the real network: one write per key and second. */
  async function limitedKV(): Promise<CloudflareKVNamespace & { passed(): void }> {
    const kv = await realKV()
    const written = new Set<string>()
    const limit = (name: string, key: string): void => {
      if (written.has(key)) throw new Error(`KV ${name} failed: 429 Too Many Requests`)
      written.add(key)
    }
    return {
      get: (key) => kv.get(key),
      async put(key, value, options) {
        limit('PUT', key)
        await kv.put(key, value, options)
      },
      async delete(key) {
        limit('DELETE', key)
        await kv.delete(key)
      },
      passed: () => written.clear(),
    }
  }
  const record = (value: string) => ({ value, expiresAt: Date.now() + 3_600_000 })

  test('what KV rejected as too early is visible to its writer, until another write', async () => {
    const [kv, clock] = [await limitedKV(), { time: Date.now() }]
    const [writer, other] = [1, 2].map(() => cloudflareKVStorage(kv, { now: () => clock.time++ })) as [
      ReturnType<typeof cloudflareKVStorage>,
      ReturnType<typeof cloudflareKVStorage>,
    ]
    const [first, second, third] = ['first', 'second', 'third'].map(record) as [never, never, never]
    await writer.set('k', first)
    await writer.set('k', second)
    expect([await writer.get('k'), await other.get('k')]).toEqual([second, first])
    await writer.delete('k')
    expect([await writer.get('k'), await other.get('k')]).toEqual([undefined, first])
    kv.passed()
    await other.set('k', third)
    expect([await writer.get('k'), await other.get('k')]).toEqual([third, third])
  })

  test('the limit of one write per second breaks no call and is not a failure', async () => {
    const events: TokenEvent[] = []
    const auth = createOAuth({
      tokenUrl: server.url,
      clientId: 'my-client',
      clientSecret: 'marker-limited',
      minTokenIntervalMs: 0,
      onEvent: (event) => void events.push(event),
      storage: cloudflareKVStorage(await limitedKV()),
    })
    for (const audience of ['limited-a', 'limited-b', 'limited-c']) await auth.headers(audience)
    expect(events.map(({ type }) => type)).not.toContain('storage_failed')
    expect(auth.stats().tokenRequests).toBe(3)
  })

  test('shows neither secret, token nor client', async () => {
    server.answer = (response, request, count) => grant(`${count}`)(response, request, count)
    await ask('calls', { storage: 'kv', audience: 'marker-audience', instance: '8' })
    const kv = await realKV()
    const { keys } = await kv.list({ prefix: 'oauth-tokens:record-' })
    expect(keys.length).toBeGreaterThan(1)
    for (const { name, expiration } of keys) {
      const value = (await kv.get(name)) ?? ''
      for (const shown of [name, value, atob(value.replace(/^.* /, ''))]) {
        expect(shown).not.toMatch(/marker|my-client|token-\d/)
      }
      expect(expiration).toBeGreaterThan(Date.now() / 1000)
    }
  })
})

test('an incomplete record from a Durable Object is a miss, and not a lease', async () => {
  const expiresAt = Date.now() + 60_000
  const foreign = [
    null,
    5,
    {},
    { value: 'text' },
    { expiresAt },
    { value: 5, expiresAt },
    { value: 'text', expiresAt: 'soon' },
  ]
  for (const body of foreign) {
    const storage = durableObjectStorage(() => ({ fetch: async () => Response.json(body) }))
    expect(await storage.get('key')).toBeUndefined()
    expect(await storage.lock?.('key', 10_000)).toBeUndefined()
  }
})

test('a Durable Object removes expired records when it wakes up', async () => {
  const kept = new Map<string, unknown>([
    ['old', { value: 'old', expiresAt: Date.now() - 1 }],
    ['new', { value: 'new', expiresAt: Date.now() + 60_000 }],
  ])
  const object = new TokenStorageObject({
    storage: {
      get: async (key) => kept.get(key),
      put: async (key, value) => void kept.set(key, value),
      delete: async (key) => kept.delete(key),
      list: async () => new Map(kept),
    },
  })
  await object.fetch(new Request('https://o/', { method: 'POST', body: JSON.stringify({ do: 'get', key: 'any' }) }))
  expect([...kept.keys()]).toEqual(['new'])
})
