import { expect, test } from 'vitest'
import { memoryStorage } from '../src/index.ts'
import type { StorageDriver, StorageLease } from '../src/storage/index.ts'
import { storageContract } from '../src/testing/index.ts'

/** A storage with one thing wrong, over the one in memory. */
const broken = (change: (right: Required<StorageDriver>) => Partial<StorageDriver>) => (): StorageDriver => {
  const right = memoryStorage() as unknown as Required<StorageDriver>
  return { get: right.get, set: right.set, delete: right.delete, lock: right.lock, ...change(right) }
}
const lease: StorageLease = { release: async () => {} }

test.each<[string, () => StorageDriver, string[]]>([
  ['nothing', broken(() => ({})), []],
  [
    'parses what looks like JSON',
    broken(({ get }) => ({
      async get(key) {
        const record = await get(key)
        return record && /^[\d{[]/.test(record.value) ? { ...record, value: JSON.parse(record.value) } : record
      },
    })),
    ['returns text unchanged, even if it looks like something else'],
  ],
  [
    'keeps a lease where the record is',
    broken(({ get, set, delete: remove }) => ({
      async lock(key, leaseMs) {
        if (await get(key)) return undefined
        await set(key, { value: 'lease', expiresAt: Date.now() + leaseMs })
        return { release: () => remove(key) }
      },
    })),
    [
      'keeps the lease and the record of a key apart',
      'leases to exactly one of many callers at once',
      'leases to one holder at a time, if it has leases',
      'lets leases of dead holders expire, then leases to exactly one of many callers',
    ],
  ],
  [
    'never lets a lease lapse',
    broken(({ lock }) => ({ lock: (key) => lock(key, 60_000) })),
    ['lets leases of dead holders expire, then leases to exactly one of many callers'],
  ],
  [
    'has a late release end the lease of another',
    broken(() => {
      const until = new Map<string, number>()
      return {
        async lock(key, leaseMs) {
          if ((until.get(key) ?? 0) > Date.now()) return undefined
          until.set(key, Date.now() + leaseMs)
          return { release: async () => void until.delete(key) }
        },
      }
    }),
    [
      'leases to one holder at a time, if it has leases',
      'lets leases of dead holders expire, then leases to exactly one of many callers',
    ],
  ],
  [
    'leases to everybody',
    broken(() => ({ lock: async () => lease })),
    [
      'keeps the lease and the record of a key apart',
      'leases to exactly one of many callers at once',
      'leases to one holder at a time, if it has leases',
      'lets leases of dead holders expire, then leases to exactly one of many callers',
    ],
  ],
])('the contract detects what is wrong with a storage: %s', async (_, makeStorage, expected) => {
  const place = makeStorage()
  const bodies: [string, () => Promise<void>][] = []
  storageContract(() => place, { test: (name, body) => bodies.push([name, body]), shared: false })
  const failed: string[] = []
  await Promise.all(bodies.map(([name, body]) => body().catch(() => failed.push(name))))
  expect(failed.sort()).toEqual(expected)
})
