import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TokenEvent, TokenStorage } from '../src/index.ts'
import { indexedDBStorage } from '../src/storage/indexeddb.ts'
import { webStorage } from '../src/storage/web.ts'
import { browserSuite } from './support/browser-suite.ts'
import { faultSuite } from './support/fault-suite.ts'
import { createStoringOAuth } from './support/storing-oauth.ts'
import { startTokenServer, type TokenServer } from './support/token-server.ts'
import { makeWebStorageArea } from './support/web-storage-area.ts'

// Node 24 has Web Locks of its own; localStorage, sessionStorage and IndexedDB are stand-ins here.
const sessionStorage = makeWebStorageArea()
Object.defineProperty(globalThis, 'sessionStorage', { value: sessionStorage })
browserSuite(test, { localStorage: makeWebStorageArea(), sessionStorage })

let server: TokenServer
beforeEach(async () => {
  server = await startTokenServer()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

const events: TokenEvent[] = []
function make(storage: TokenStorage, clientSecret = 'marker-secret') {
  events.length = 0
  const onEvent = (event: TokenEvent): void => void events.push(event)
  const credential = { tokenUrl: server.url, clientId: 'my-client', clientSecret, minTokenIntervalMs: 0 }
  return createStoringOAuth({ ...credential, onEvent, storage })
}
const failures = (): number => events.filter(({ type }) => type === 'storage_failed').length

describe('webStorage', () => {
  describe('faults', () => {
    const methods = { getItem: 1, setItem: 1, removeItem: 1 } as const
    faultSuite({ test, client: makeWebStorageArea, storage: (area) => webStorage(area), methods, hangs: false })
  })

  test('items show neither secret, token nor client', async () => {
    const area = makeWebStorageArea()
    await make(webStorage(area)).headers('marker-audience')
    const items = Array.from({ length: area.length }, (_, i) => area.key(i) ?? '')
    expect(items.length).toBeGreaterThan(1)
    for (const item of items) {
      const value = area.getItem(item) ?? ''
      for (const shown of [item, value, Buffer.from(value.replace(/^.* /, ''), 'base64').toString('latin1')])
        expect(shown).not.toMatch(/marker|my-client/)
    }
  })

  test('a full storage breaks no call, and one event reports it', async () => {
    const area = makeWebStorageArea(200)
    area.setItem('theirs', 'x'.repeat(150))
    const auth = make(webStorage(area))
    for (const audience of ['a', 'b', 'a', 'b']) await auth.headers(audience)
    expect(server.requests).toHaveLength(2)
    expect(failures()).toBe(1)
    expect(area.getItem('theirs')).toHaveLength(150)
  })

  test('a disabled storage breaks no call, and one event reports it', async () => {
    const off = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    // Some web views have null in its place.
    for (const area of [off, null as never, () => undefined as never]) {
      const auth = make(webStorage(area))
      const before = server.requests.length
      for (const audience of ['a', 'b', 'a', 'b']) await auth.headers(audience)
      expect(server.requests).toHaveLength(before + 2)
      expect(failures()).toBe(1)
    }
  })

  test('removes its own expired items, and no others', async () => {
    const area = makeWebStorageArea()
    area.setItem('theirs', '1 3 old')
    await webStorage(area).set('old', { value: 'old', expiresAt: Date.now() - 1 })
    expect(area.length).toBe(2)
    await webStorage(area).set('new', { value: 'new', expiresAt: Date.now() + 60_000 })
    expect(Array.from({ length: area.length }, (_, i) => area.key(i))).toEqual(['theirs', 'oauth-tokens:new'])
  })

  test('an item that was truncated or tampered with is a miss, not an error', async () => {
    const area = makeWebStorageArea()
    for (const spoil of [
      (text: string) => text.slice(0, text.length / 2),
      (text: string) => text.replace(/....$/, 'AAAA'),
      () => '',
      () => 'null',
      () => '9999999999999 3 a b',
    ]) {
      await make(webStorage(area)).headers('a')
      for (let i = 0; i < area.length; i++)
        area.setItem(area.key(i) ?? '', spoil(area.getItem(area.key(i) ?? '') ?? ''))
      const before = server.requests.length
      expect(await make(webStorage(area)).headers('a')).toEqual({ authorization: `Bearer token-${before + 1}` })
      expect(failures()).toBe(0)
    }
  })

  test('if two tabs write a lease at the same time, one of them has it', async () => {
    vi.stubGlobal('navigator', {})
    const area = makeWebStorageArea()
    // The other tab's process sees our item a moment later than we have written it.
    const late = { ...makeWebStorageArea(), setItem: area.setItem, removeItem: area.removeItem }
    let reads = 0
    late.getItem = (key) => (reads++ ? area.getItem(key) : null)
    const leases = await Promise.all([webStorage(area).lock?.('k', 10_000), webStorage(late).lock?.('k', 10_000)])
    expect(leases.filter(Boolean)).toHaveLength(1)
  })

  test('a lease is released only once its Web Lock is free for the next', async () => {
    let free = (): void => {}
    const freed = new Promise<void>((resolve) => {
      free = resolve
    })
    // The browser frees a lock in its own time, after the callback is done.
    const request = async (_name: string, _options: object, callback: (lock: object) => Promise<void>) => {
      await callback({})
      await freed
    }
    vi.stubGlobal('navigator', { locks: { request } })
    const lease = await webStorage(makeWebStorageArea()).lock?.('k', 10_000)
    const order: string[] = []
    const released = lease?.release().then(() => order.push('released'))
    await new Promise(setImmediate)
    order.push('freed')
    free()
    await released
    expect(order).toEqual(['freed', 'released'])
  })
})

describe('indexedDBStorage', () => {
  describe('faults', () => {
    const { indexedDB } = globalThis
    afterEach(() => void vi.stubGlobal('indexedDB', indexedDB))
    const storage = (broken: IDBFactory): TokenStorage => {
      vi.stubGlobal('indexedDB', broken)
      return indexedDBStorage({ name: 'faults' })
    }
    faultSuite({ test, client: () => indexedDB, storage, methods: { open: 1 } })
  })

  test('databases with different names are separate', async () => {
    for (const name of ['one', 'two', 'one']) await make(indexedDBStorage({ name })).headers('a')
    expect(server.requests).toHaveLength(2)
  })

  test('continues when its database is deleted meanwhile', async () => {
    const storage = indexedDBStorage({ name: 'deleted' })
    await make(storage).headers('a')
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('deleted')
      request.onsuccess = resolve
      request.onerror = reject
    })
    await make(storage).headers('a')
    await make(storage).headers('a')
    expect(server.requests).toHaveLength(2)
    expect(failures()).toBe(0)
  })

  describe('a connection that is lost without an event is opened again', () => {
    const { transaction } = IDBDatabase.prototype
    afterEach(() => {
      IDBDatabase.prototype.transaction = transaction
    })
    /** Calls `lose` before the next transaction begins. */
    function loseNext(lose: (database: IDBDatabase) => void): void {
      IDBDatabase.prototype.transaction = function (...args) {
        IDBDatabase.prototype.transaction = transaction
        lose(this)
        return transaction.apply(this, args)
      }
    }

    test.each<[string, (database: IDBDatabase) => void]>([
      ['closed', (database) => database.close()],
      [
        'cut off in Safari',
        () => {
          throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
        },
      ],
      [
        'cut off in the midst of it',
        (database) => {
          // The transaction that was just begun is aborted, without an error of its own.
          database.transaction = (...args) => {
            const begun = transaction.apply(database, args)
            queueMicrotask(() => begun.abort())
            return begun
          }
        },
      ],
    ])('%s: the next token is shared, without a failure', async (how, lose) => {
      const names = { name: `lost, ${how}` }
      const [one, other] = [indexedDBStorage(names), indexedDBStorage(names)]
      await make(one).headers('a')
      await make(other).headers('a')
      loseNext(lose)
      const auth = make(one)
      await auth.headers('b')
      expect(auth.stats().storageFailures).toBe(0)
      await make(other).headers('b')
      expect(server.requests).toHaveLength(2)
      expect(failures()).toBe(0)
    })

    test.each(['get', 'set', 'delete', 'lock'] as const)('by %s', async (operation) => {
      vi.stubGlobal('navigator', {})
      const storage = indexedDBStorage({ name: `lost by ${operation}` })
      const record = { value: 'text', expiresAt: Date.now() + 60_000 }
      await storage.set('key', record)
      loseNext((database) => database.close())
      if (operation === 'get') expect(await storage.get('key')).toEqual(record)
      else if (operation === 'lock') expect(await storage.lock?.('key', 10_000)).toBeDefined()
      else await storage[operation]('key', record)
      expect(await storage.get('key')).toEqual(operation === 'delete' ? undefined : record)
    })
  })

  test('an incomplete record is a miss', async () => {
    const storage = indexedDBStorage({ name: 'foreign' })
    const record = { value: 'text', expiresAt: Date.now() + 60_000 }
    await storage.set('key', record)
    for (const foreign of [
      null,
      '',
      5,
      {},
      { ...record, value: 5 },
      { value: 'text' },
      { ...record, expiresAt: Number.NaN },
    ]) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('foreign')
        request.onerror = reject
        request.onsuccess = () => {
          const writing = request.result.transaction('records', 'readwrite')
          writing.objectStore('records').put(foreign, 'key')
          writing.oncomplete = () => resolve(request.result.close())
        }
      })
      expect(await storage.get('key')).toBeUndefined()
    }
  })

  test('a database with another structure breaks no call, and one event reports it', async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open('theirs', 7)
      request.onsuccess = () => resolve(request.result.close())
    })
    const auth = make(indexedDBStorage({ name: 'theirs' }))
    for (const audience of ['a', 'b', 'a', 'b']) await auth.headers(audience)
    expect(server.requests).toHaveLength(2)
    expect(failures()).toBe(1)
  })

  test('a page without IndexedDB breaks no call, and one event reports it', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const auth = make(indexedDBStorage())
    for (const audience of ['a', 'b', 'a', 'b']) await auth.headers(audience)
    expect(server.requests).toHaveLength(2)
    expect(failures()).toBe(1)
  })

  test('removes expired records', async () => {
    const past = Date.now() - 60_000
    const old = indexedDBStorage({ name: 'sweep', now: () => past })
    await old.set('old', { value: 'old', expiresAt: past + 1 })
    const value = { value: 'new', expiresAt: Date.now() + 60_000 }
    await indexedDBStorage({ name: 'sweep' }).set('new', value)
    expect(await old.get('old')).toBeUndefined()
    expect(await old.get('new')).toEqual(value)
  })
})
