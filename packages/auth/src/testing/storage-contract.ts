import type { StorageDriver, StorageLease } from '../storage/storage.ts'

/** The `test` function of any test runner. */
export type TestFunction = (name: string, body: () => Promise<void>) => unknown

/** Options of {@link storageContract}. */
export interface StorageContractOptions {
  readonly test: TestFunction
  /** False for a place inside one process: two drivers are then not expected to see each other's records. */
  readonly shared?: boolean | undefined
}

/**
 * Checks a storage or a driver against everything that `createOAuth` relies on. Runs under any test runner; a failed
 * check throws an `Error` that says what was expected.
 *
 * @param makeStorage returns a new object for the same place each time; the place is empty at first
 * @example
 * import { test } from 'node:test'
 * import { storageContract } from '@x/auth/testing'
 * import { memoryStorage } from '@x/auth/storage/memory'
 *
 * const place = memoryStorage()
 * storageContract(() => place, { test })
 */
export function storageContract(
  makeStorage: () => StorageDriver | Promise<StorageDriver>,
  { test, shared = true }: StorageContractOptions,
): void {
  const inAnHour = (): number => Date.now() + 3_600_000
  const two = async (): Promise<[StorageDriver, StorageDriver]> => {
    const first = await makeStorage()
    return [first, shared ? await makeStorage() : first]
  }

  test('returns what was set, to every reader', async () => {
    const [writer, reader] = await two()
    const record = { value: 'text with "quotes", \u00fc, \u{1f600}, line\nbreaks and \u0000', expiresAt: inAnHour() }
    await writer.set('contract-set', record)
    equal(await reader.get('contract-set'), record, 'the record, unchanged')
  })

  test('returns text unchanged, even if it looks like something else', async () => {
    const [writer, reader] = await two()
    for (const value of ['0', '1e3', 'null', 'true', '{"a":1}', '[]', '"quoted"', ' padded ', '2026-01-01']) {
      const record = { value, expiresAt: inAnHour() }
      await writer.set('contract-text', record)
      equal(await reader.get('contract-text'), record, `the text ${JSON.stringify(value)}`)
    }
  })

  test('returns undefined for a key that was never set', async () => {
    equal(await (await makeStorage()).get('contract-missing'), undefined, 'undefined')
  })

  test('replaces a record', async () => {
    const [writer, reader] = await two()
    await writer.set('contract-replace', { value: 'a long first value', expiresAt: inAnHour() })
    const second = { value: 'second', expiresAt: inAnHour() }
    await writer.set('contract-replace', second)
    equal(await reader.get('contract-replace'), second, 'the second record')
  })

  test('removes a record, and accepts a missing one', async () => {
    const [writer, reader] = await two()
    await writer.set('contract-delete', { value: 'gone', expiresAt: inAnHour() })
    await reader.delete('contract-delete')
    await reader.delete('contract-delete')
    equal(await writer.get('contract-delete'), undefined, 'undefined')
  })

  test('returns undefined for an expired record', async () => {
    const storage = await makeStorage()
    await storage.set('contract-expired', { value: 'old', expiresAt: Date.now() - 1 })
    equal(await storage.get('contract-expired'), undefined, 'undefined')
  })

  test('distinguishes keys, including long keys and keys that differ only in case', async () => {
    const storage = await makeStorage()
    const keys = ['contract-key', 'contract-KEY', `contract-${'k'.repeat(70)}`, `contract-${'k'.repeat(70)}2`]
    for (const key of keys) await storage.set(key, { value: key, expiresAt: inAnHour() })
    for (const key of keys) equal((await storage.get(key))?.value, key, `the record of ${key}`)
  })

  test('accepts 100 kB', async () => {
    const [writer, reader] = await two()
    const value = 'x'.repeat(100_000)
    await writer.set('contract-large', { value, expiresAt: inAnHour() })
    equal((await reader.get('contract-large'))?.value, value, 'all of it')
  })

  test('never returns half a record', async () => {
    const [writer, reader] = await two()
    const values = ['a', 'b'].map((letter) => letter.repeat(20_000))
    await writer.set('contract-whole', { value: values[0] as string, expiresAt: inAnHour() })
    let writing = true
    const write = async (): Promise<void> => {
      for (let i = 0; i < 20; i++) {
        await writer.set('contract-whole', { value: values[i % 2] as string, expiresAt: inAnHour() })
      }
      writing = false
    }
    const read = async (): Promise<void> => {
      while (writing) {
        const { value } = (await reader.get('contract-whole')) ?? {}
        equal(values.includes(value ?? ''), true, 'one of the two records')
      }
    }
    await Promise.all([write(), read()])
  })

  test('leases to one holder at a time, if it has leases', async () => {
    const [one, other] = await two()
    if (!one.lock || !other.lock) return
    const lease = await one.lock('contract-lease', 10_000)
    equal(typeof lease?.release, 'function', 'a lease')
    equal(await other.lock('contract-lease', 10_000), undefined, 'no second lease')
    equal(typeof (await other.lock('contract-lease-2', 10_000))?.release, 'function', 'a lease of another key')
    await lease?.release()
    const next = await other.lock('contract-lease', 10_000)
    equal(typeof next?.release, 'function', 'a lease after the first was released')
    await lease?.release()
    equal(await one.lock('contract-lease', 10_000), undefined, 'a lease released twice not to affect the new holder')
    await next?.release()
  })

  test('keeps the lease and the record of a key apart', async () => {
    const [one, other] = await two()
    const lease = await one.lock?.('contract-both', 10_000)
    const record = { value: 'record', expiresAt: inAnHour() }
    await other.set('contract-both', record)
    equal(await one.get('contract-both'), record, 'the record, while the lease is held')
    await other.delete('contract-both')
    equal(await other.lock?.('contract-both', 10_000), undefined, 'the lease to outlive the record')
    await other.set('contract-both', record)
    await lease?.release()
    equal(await one.get('contract-both'), record, 'the record to outlive the lease')
  })

  test('leases to exactly one of many callers at once', async () => {
    const [one, other] = await two()
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).lock?.('contract-race', 10_000))
      const leases = (await Promise.all(asked)).filter((lease) => lease !== undefined)
      if (!one.lock) return
      equal(leases.length, 1, 'one lease')
      await leases[0]?.release()
    }
  })

  test('lets leases of dead holders expire, then leases to exactly one of many callers', async () => {
    const [dead, heir] = await two()
    if (!dead.lock || !heir.lock) return
    /** Until there are some, for at most 5 s. */
    const take = async (many: number, leaseMs: number): Promise<StorageLease[]> => {
      for (const end = Date.now() + 5000; Date.now() < end; ) {
        const asked = Array.from({ length: many }, (_, i) => (i % 2 ? dead : heir).lock?.('contract-lapse', leaseMs))
        const leases = (await Promise.all(asked)).filter((lease) => lease !== undefined)
        if (leases.length) return leases
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return []
    }
    const lost: StorageLease[] = []
    for (let round = 0; round < 3; round++) {
      const [lease] = await take(1, 50)
      if (!lease) throw new Error('Expected a lease after the last one has expired')
      lost.push(lease)
    }
    const held = await take(10, 10_000)
    equal(held.length, 1, 'one lease for all callers after it has expired')
    for (const lease of lost) await lease.release()
    equal(await dead.lock('contract-lapse', 10_000), undefined, 'expired leases not to affect the new holder')
    await held[0]?.release()
  })
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`Expected ${what}`)
}
