import type { StorageDriver, StorageLease, StoredRecord } from '../../src/index.ts'

/** What a storage does wrong. */
export type Trouble =
  | 'none'
  /** Every operation fails. */
  | 'down'
  /** Writes vanish without a word. */
  | 'lose'
  /** What was written is gone. */
  | 'forget'
  /** Writes become visible 5 s later. */
  | 'delay'
  /** Writes become visible in the wrong order: the last one first. */
  | 'reorder'
  /** Reads return what was there before the last write. */
  | 'stale'
  /** Reads return other keys' records, and things that are no records. */
  | 'lie'
  /** The lock is never granted. */
  | 'locked'
  /** Nor is anything kept. */
  | 'locked_lossy'
  /** The lock is granted only when nobody waits for it any more, and then cannot be released. */
  | 'late'
  /** The lock is granted to everybody. */
  | 'unlocked'
  /** Nothing ever returns. */
  | 'hang'

export const TROUBLES: readonly Trouble[] = [
  ...(['none', 'down', 'lose', 'forget', 'delay', 'reorder', 'stale'] as const),
  ...(['lie', 'locked', 'locked_lossy', 'late', 'unlocked', 'hang'] as const),
]

export interface TroubledStorage {
  trouble: Trouble
  latencyMs: number
  /** How often the storage was used. */
  operations: number
  readonly driver: Required<StorageDriver>
}

/** A storage that works, until it is told not to. */
export function troubledStorage(place: Required<StorageDriver>): TroubledStorage {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  const old = new Map<string, StoredRecord | undefined>()
  const held: [string, StoredRecord][] = []
  const never = new Promise<never>(() => {})

  async function enter(): Promise<Trouble> {
    storage.operations++
    const { trouble, latencyMs } = storage
    if (latencyMs) await sleep(latencyMs)
    if (trouble === 'down') throw new Error('connection refused')
    if (trouble === 'hang') await never
    return trouble
  }

  const storage: TroubledStorage = {
    trouble: 'none',
    latencyMs: 0,
    operations: 0,
    driver: {
      async get(key) {
        const trouble = await enter()
        if (trouble === 'forget') return undefined
        if (trouble === 'stale') return old.get(key)
        if (trouble === 'lie') {
          const lies = [...old.values(), '', Number.NaN, null, { value: 5 }, { value: 'AAAA', expiresAt: 1 }]
          return lies[Math.floor(Math.random() * lies.length)] as never
        }
        return place.get(key)
      },
      async set(key, record) {
        const trouble = await enter()
        if (trouble === 'lose' || trouble === 'locked_lossy') return
        if (trouble === 'delay') {
          setTimeout(() => void place.set(key, record), 5000)
          return
        }
        if (trouble === 'reorder') {
          held.push([key, record])
          if (held.length >= 3) for (const [name, each] of held.splice(0).reverse()) await place.set(name, each)
          return
        }
        old.set(key, await place.get(key))
        await place.set(key, record)
      },
      async delete(key) {
        const trouble = await enter()
        if (trouble !== 'lose' && trouble !== 'reorder') await place.delete(key)
      },
      async lock(key, leaseMs): Promise<StorageLease | undefined> {
        const trouble = await enter()
        if (trouble === 'locked' || trouble === 'locked_lossy') return undefined
        if (trouble === 'late') {
          await sleep(7000)
          return { release: () => Promise.reject(new Error('connection lost')) }
        }
        if (trouble === 'unlocked') return { release: async () => {} }
        const lease = await place.lock(key, leaseMs)
        if (!lease) return undefined
        return {
          async release() {
            await enter()
            await lease.release()
          },
        }
      },
    },
  }
  return storage
}
