import { describe, expect, test } from 'vitest'
import { createBasicAuth, createOAuth, memoryStorage } from '../src/index.ts'
import { privateKeyJwt } from '../src/private-key-jwt.ts'
import { cloudflareKVStorage } from '../src/storage/cloudflare-kv.ts'
import { defineStorage } from '../src/storage/define-storage.ts'
import { denoKVStorage } from '../src/storage/deno-kv.ts'
import { durableObjectStorage } from '../src/storage/durable-object.ts'
import { fileStorage } from '../src/storage/file.ts'
import { indexedDBStorage } from '../src/storage/indexeddb.ts'
import { redisStorage } from '../src/storage/redis.ts'
import { unstorageStorage } from '../src/storage/unstorage.ts'
import { webStorage } from '../src/storage/web.ts'
import { makeWebStorageArea } from './support/web-storage-area.ts'

const nothing = async (): Promise<undefined> => undefined
const methods = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, nothing]))

interface Factory {
  readonly name: string
  readonly make: (place: never, options?: never) => unknown
  readonly place: object
  /** How messages call the place. */
  readonly argument: string
}
const factories: Factory[] = [
  { name: 'redisStorage', make: redisStorage, place: methods('get', 'set', 'del'), argument: 'client' },
  {
    name: 'cloudflareKVStorage',
    make: cloudflareKVStorage,
    place: methods('get', 'put', 'delete'),
    argument: 'namespace',
  },
  { name: 'denoKVStorage', make: denoKVStorage, place: methods('get', 'getMany', 'delete', 'atomic'), argument: 'kv' },
  { name: 'durableObjectStorage', make: durableObjectStorage, place: methods('fetch'), argument: 'stub' },
  {
    name: 'unstorageStorage',
    make: unstorageStorage,
    place: methods('getItem', 'setItem', 'removeItem'),
    argument: 'storage',
  },
  { name: 'webStorage', make: webStorage, place: makeWebStorageArea(), argument: 'area' },
]
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'config_invalid', message: expect.stringMatching(message) })

describe.each(factories)('$name', ({ name, make, place, argument }) => {
  const isWeb = name === 'webStorage'
  test('creates a storage from a valid argument', () => {
    expect(make(place as never)).toBeDefined()
  })

  test.each([[undefined], [null], ['text'], [5], [{}], [[]]])(
    'rejects %o immediately, and names the argument',
    (given) => {
      // What some web views have in place of localStorage.
      if (isWeb && (given ?? undefined) === undefined) return expect(make(given as never)).toBeDefined()
      expect(() => make(given as never)).toThrow(
        refused(new RegExp(`^${name}: ${argument} must be .* has no method "\\w+"\\.$`)),
      )
    },
  )

  test('rejects an object that lacks one of the methods, and names it', () => {
    const names = Object.keys(place).filter(
      (method) => typeof place[method as never] === 'function' && method !== 'key',
    )
    for (const missing of names) {
      const half = { ...place, [missing]: undefined }
      expect(() => make(half as never)).toThrow(refused(new RegExp(`has no method "${missing}"`)))
    }
  })

  test.each([[5], [null], ['now']])('rejects %o as a clock', (now) => {
    expect(() => make(place as never, { now } as never)).toThrow(
      refused(new RegExp(`^${name}: now must be a function`)),
    )
  })

  test.each([[null], [5], ['text'], [true]])('rejects %o as options', (options) => {
    expect(() => make(place as never, options as never)).toThrow(
      refused(new RegExp(`^${name}: options must be an object`)),
    )
  })
})

test.each([[null], [5], ['text'], [true]])('%o are not options if there is no other argument', (options) => {
  expect(() => memoryStorage(options as never)).toThrow(refused(/^memoryStorage: options must be an object/))
  expect(() => indexedDBStorage(options as never)).toThrow(refused(/^indexedDBStorage: options must be an object/))
  expect(() => createOAuth(options as never)).toThrow(refused(/^createOAuth: options must be an object/))
})

test.each([[undefined], [null], [{}], [{ get: nothing, set: nothing }]])('%o is not a driver', (driver) => {
  expect(() => defineStorage(driver as never)).toThrow(
    refused(/^defineStorage: driver must be a storage driver, but has no method "(get|delete)"/),
  )
})

test('the authenticators without options', () => {
  for (const given of [null, undefined]) {
    expect(() => createBasicAuth(given as never)).toThrow(refused(/^createBasicAuth: options are missing/))
    expect(() => privateKeyJwt(given as never)).toThrow(refused(/^privateKeyJwt: options are missing/))
  }
})

test('options of other storages', () => {
  expect(() => memoryStorage({ now: 5 as never })).toThrow(refused(/^memoryStorage: now must/))
  const client = factories[0]?.place as never
  expect(() => fileStorage({ directory: '/tmp', now: 5 as never })).toThrow(refused(/^fileStorage: now must/))
  expect(() => indexedDBStorage({ now: 5 as never })).toThrow(refused(/^indexedDBStorage: now must/))
  expect(() => redisStorage(client, { prefix: 5 as never })).toThrow(refused(/^redisStorage: prefix must be a string/))
  for (const name of ['', null, 5]) {
    expect(() => indexedDBStorage({ name: name as never })).toThrow(refused(/^indexedDBStorage: name must be a string/))
  }
})
