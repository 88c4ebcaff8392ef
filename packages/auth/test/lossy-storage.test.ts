import { afterEach, describe, expect, test, vi } from 'vitest'
import { createOAuth, memoryStorage, type StorageDriver, type TokenEvent } from '../src/index.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const fetch = async (): Promise<Response> => Response.json({ access_token: 'token', expires_in: 3600 })
let servers = 0

/** An authenticator on such a storage, and what it tells of it. */
function start(storage: StorageDriver) {
  const failures: string[] = []
  let time = Date.now()
  const auth = createOAuth({
    // Another address each time, so that nobody waits for the turn of another test.
    tokenUrl: `https://login-${servers++}.example.com/token`,
    clientId: 'client',
    clientSecret: 'secret',
    minTokenIntervalMs: 0,
    // No two records are of the same time.
    now: () => time++,
    storage,
    fetch,
    onEvent: (event: TokenEvent) => {
      if (event.type === 'storage_failed') failures.push(event.error.message)
    },
  })
  return { auth, failures }
}

const place = (): StorageDriver => {
  const { get, set, delete: remove } = memoryStorage()
  return { get, set, delete: remove }
}
const MESSAGE =
  'The token storage failed: write: the record just written is missing. The storage loses records, or shows them late'

describe.each<[string, Partial<StorageDriver>]>([
  ['keeps nothing', { set: async () => {} }],
  ['finds nothing', { get: async () => undefined }],
  ['finds null', { get: async () => null as never }],
])('a storage that %s without an error', (_name, trouble) => {
  test('is reported once, and breaks no call', async () => {
    const { auth, failures } = start({ ...place(), ...trouble })
    expect(await auth.token('a')).toMatchObject({ accessToken: 'token' })
    await expect.poll(() => failures).toEqual([MESSAGE])
    for (const audience of ['b', 'c', 'd']) await auth.token(audience)
    expect(failures).toEqual([MESSAGE])
    expect(auth.stats().storageFailures).toBe(1)
  })
})

test('that begins to keep records, and then loses them again, is reported again', async () => {
  const kept = place()
  let works = false
  const written = new Set<string>()
  const readBack = new Set<string>()
  const { auth, failures } = start({
    ...kept,
    async set(key, record) {
      if (!works) return
      await kept.set(key, record)
      written.add(key)
    },
    get: (key) => {
      if (written.has(key)) readBack.add(key)
      return kept.get(key)
    },
  })
  await auth.token('a')
  await expect.poll(() => failures).toHaveLength(1)
  works = true
  await auth.token('b')
  await expect.poll(() => readBack.size).toBe(2)
  works = false
  await auth.token('c')
  await expect.poll(() => failures).toHaveLength(2)
})

test('no call waits until a record is read back', async () => {
  const kept = place()
  let isWritten = false
  const { auth } = start({
    ...kept,
    set: async (key, record) => {
      await kept.set(key, record)
      isWritten = true
    },
    get: (key) => (isWritten ? new Promise(() => {}) : kept.get(key)),
  })
  expect(await auth.token('a')).toMatchObject({ accessToken: 'token' })
})

test('a working storage is read back, and nothing is reported', async () => {
  const kept = place()
  const written: string[] = []
  const readBack: string[] = []
  const { auth, failures } = start({
    ...kept,
    set: async (key, record) => {
      await kept.set(key, record)
      written.push(key)
    },
    get: (key) => {
      if (written.includes(key)) readBack.push(key)
      return kept.get(key)
    },
  })
  await auth.token('a')
  await expect.poll(() => new Set(readBack).size).toBe(2)
  expect(failures).toEqual([])
})

test('on workerd, where a call would have to wait for it, nothing is read back', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
  const kept = place()
  const operations: string[] = []
  const { auth, failures } = start({
    ...kept,
    get: (key) => {
      operations.push('get')
      return kept.get(key)
    },
    set: async () => void operations.push('set'),
  })
  await auth.token('a')
  expect(operations.lastIndexOf('get')).toBeLessThan(operations.lastIndexOf('set'))
  expect(failures).toEqual([])
})
