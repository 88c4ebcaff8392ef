import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createOAuth, memoryStorage, type StorageDriver, type TokenEvent } from '../src/index.ts'
import { defineStorage } from '../src/storage/index.ts'
import { fakeClock, storageContract } from '../src/testing/index.ts'
import { json, startTokenServer, type TokenServer } from './support/token-server.ts'

describe('memoryStorage', () => {
  storageContract(memoryStorage, { test, shared: false })
})

let server: TokenServer
beforeEach(async () => {
  server = await startTokenServer()
})
afterEach(() => server.close())

function make(driver: StorageDriver, more: object = {}) {
  const events: TokenEvent['type'][] = []
  const credential = { tokenUrl: server.url, clientId: 'my-client', clientSecret: 's3cret', minTokenIntervalMs: 0 }
  const onEvent = ({ type }: TokenEvent): void => void events.push(type)
  return { auth: createOAuth({ ...credential, storage: defineStorage(driver), onEvent, ...more }), events }
}
const fail = async (): Promise<never> => {
  throw new Error('disk full')
}

test.each<[string, Partial<StorageDriver>]>([
  ['everything', { get: fail, set: fail, delete: fail, lock: fail }],
  ['reading', { get: fail }],
  ['writing', { set: fail, delete: fail }],
  ['locking', { lock: fail }],
  [
    'throwing at once',
    {
      get: () => {
        throw new Error('not even a promise')
      },
    },
  ],
])('a storage that fails at %s breaks no call: one token, one event', async (_name, broken) => {
  const { auth, events } = make({ ...memoryStorage(), ...broken })
  for (let i = 0; i < 5; i++) await Promise.all([auth.headers('a'), auth.headers('a')])
  expect(server.requests).toHaveLength(1)
  await expect.poll(() => events.filter((type) => type === 'storage_failed')).toHaveLength(1)
  expect(auth.stats().storageFailures).toBe(1)
})

test('with a read-only storage, the cooldown of a rejected credential still applies', async () => {
  server.answer = (response) => response.writeHead(401).end() as never
  const { auth } = make({ ...memoryStorage(), set: fail, delete: fail, lock: fail })
  for (let i = 0; i < 5; i++) await expect(auth.headers('a')).rejects.toMatchObject({ code: 'token_rejected' })
  expect(server.requests).toHaveLength(1)
})

test('a storage that hangs is not used after 2 s, and used again later', async () => {
  const memory = memoryStorage()
  let hangs = true
  const get = vi.fn((key: string) => (hangs ? new Promise<undefined>(() => {}) : memory.get(key)))
  const { auth, events } = make({ ...memory, get })
  expect(await auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
  const reads = get.mock.calls.length
  expect(await auth.headers('b')).toEqual({ authorization: 'Bearer token-2' })
  expect(get).toHaveBeenCalledTimes(reads)
  hangs = false
  const soon = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => soon + 60_000)
  await auth.headers('c')
  vi.restoreAllMocks()
  expect(get.mock.calls.length).toBeGreaterThan(reads)
  expect(events.filter((type) => type === 'storage_failed')).toHaveLength(1)
})

describe('a plain object with get, set and delete', () => {
  /** A class by somebody else, who never heard of us: methods on the prototype, `null` for what is missing. */
  class Plain {
    readonly kept = new Map<string, string>()
    async get(key: string) {
      return JSON.parse(this.kept.get(key) ?? 'null')
    }
    async set(key: string, record: object) {
      this.kept.set(key, JSON.stringify(record))
    }
    async delete(key: string) {
      this.kept.delete(key)
    }
  }
  const plain = (storage: Partial<StorageDriver>, more: object = {}) =>
    make(memoryStorage(), { storage: storage as StorageDriver, ...more })

  test('shares tokens and cooldowns, and sees neither token, secret nor client', async () => {
    const storage = new Plain()
    server.answer = (response) => json(response, 200, { access_token: 'marker-token', expires_in: 3600 })
    for (let i = 0; i < 2; i++) {
      const headers = await plain(storage).auth.headers('marker-audience')
      expect(headers).toEqual({ authorization: 'Bearer marker-token' })
      await expect.poll(() => storage.kept.size).toBe(2)
    }
    expect(server.requests).toHaveLength(1)
    server.answer = (response) => json(response, 401, { error: 'invalid_client' })
    for (let i = 0; i < 2; i++) {
      await expect(plain(storage).auth.headers('b')).rejects.toHaveProperty('status', 401)
      await expect.poll(() => storage.kept.size).toBe(3)
    }
    expect(server.requests).toHaveLength(2)
    expect(storage.kept.size).toBeGreaterThan(2)
    for (const [key, value] of storage.kept) {
      expect(`${key} ${value} ${atob(JSON.parse(value).value)}`).not.toMatch(/marker|s3cret|my-client/)
    }
  })

  test('is read by defineStorage, and vice versa', async () => {
    const storage = new Plain()
    await plain(storage).auth.headers('a')
    await expect.poll(() => storage.kept.size).toBe(2)
    expect(await make(storage).auth.headers('a')).toEqual({ authorization: 'Bearer token-1' })
    await make(storage).auth.headers('b')
    await expect.poll(() => storage.kept.size).toBe(3)
    expect(await plain(storage).auth.headers('b')).toEqual({ authorization: 'Bearer token-2' })
  })

  test('its lock is used if it has one: instances that start together send one request', async () => {
    const { share: _, ...storage } = memoryStorage()
    const lock = vi.fn(storage.lock)
    const all = Array.from({ length: 10 }, () => plain({ ...storage, lock }).auth)
    await Promise.all(all.map((auth) => auth.headers('a')))
    expect(server.requests).toHaveLength(1)
    expect(lock).toHaveBeenCalled()
  })

  const throws = (): never => {
    throw new Error('not even a promise')
  }
  const hangs = (): Promise<never> => new Promise(() => {})
  test.each<[string, Partial<StorageDriver>]>([
    ['rejects', { get: fail, set: fail, delete: fail }],
    ['throws', { get: throws, set: throws, delete: throws, lock: throws }],
    ['hangs', { get: hangs, set: hangs, delete: hangs }],
    ['gives nonsense', { get: async () => 5 as never, set: fail, delete: fail, lock: async () => 5 as never }],
  ])('that %s breaks no call: memory is used instead, and one event reports it', async (_name, broken) => {
    const { auth, events } = plain(broken)
    for (const audience of ['a', 'b', 'a', 'b']) await Promise.all([auth.headers(audience), auth.headers(audience)])
    expect(server.requests).toHaveLength(2)
    expect(events.filter((type) => type === 'storage_failed')).toHaveLength(1)
  })
})

test('a process that was paused does not consider its storage broken', async () => {
  const memory = memoryStorage()
  let reads = 0
  const { auth, events } = make({
    ...memory,
    async get(key) {
      const isFirst = ++reads === 1
      await readFile(import.meta.filename)
      // The next answer comes while nobody listens.
      if (isFirst) setImmediate(() => hold(2200))
      return memory.get(key)
    },
  })
  await auth.headers('a')
  expect(reads).toBeGreaterThan(1)
  expect(events).not.toContain('storage_failed')
})

function hold(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test('drivers without a lock still share tokens', async () => {
  const { lock: _, ...driver } = memoryStorage()
  await make(driver).auth.headers('a')
  await make(driver).auth.headers('a')
  expect(server.requests).toHaveLength(1)
})

test('an expired record is not a token', async () => {
  const clock = fakeClock()
  const memory = memoryStorage({ now: clock.now })
  await make(memory, { now: clock.now }).auth.headers('a')
  clock.advance(3_600_000)
  expect(await make(memory, { now: clock.now }).auth.headers('a')).toEqual({ authorization: 'Bearer token-2' })
})

test('a script that made one call exits immediately', async () => {
  const script = `
    import { createOAuth } from ${JSON.stringify(fileURLToPath(new URL('../src/index.ts', import.meta.url)))}
    const credential = { tokenUrl: ${JSON.stringify(server.url)}, clientId: 'a', clientSecret: 'b' }
    // The connection itself may be kept alive: it must not be what is measured here.
    const fetch = (url, init) => globalThis.fetch(url, { ...init, headers: { ...init.headers, connection: 'close' } })
    await createOAuth({ ...credential, fetch }).headers('a')
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout')
    console.log(JSON.stringify(timers))
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script])
  expect(JSON.parse(stdout)).toEqual([])
})
