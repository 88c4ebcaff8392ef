import type { TokenStorage } from '@x/auth'
import { LEASE_MS } from '../../../../packages/auth/src/shared-records.ts'
import { createLeases } from '../../../../packages/auth/src/storage/leases.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Opens the fleet's storage as one worker sees it. */
export type OpenStorage = (worker: number) => TokenStorage

type Share = TokenStorage['share']
type Driver = Pick<TokenStorage, 'get' | 'set' | 'delete' | 'lock'>
interface Held {
  readonly at: number
  readonly expiresAt: number
}

/** The part of a storage that `createOAuth` uses. The rest is for authors of storages. */
function storageOf(share: Share): TokenStorage {
  const unused = (): never => {
    throw new Error('createOAuth reads and writes shared records only')
  }
  return { get: unused, set: unused, delete: unused, share }
}

/**
 * Models redisStorage: writes are visible everywhere immediately, leases are exclusive. One millisecond per round trip.
 */
export function redisLike(time: VirtualTime, roundTripMs = 1): OpenStorage {
  const stored = new Map<string, { readonly expiresAt: number }>()
  const leases = new Map<string, { readonly until: number }>()

  return () => {
    let isClientKnown = false
    /** Before its first write, each process checks its client, in two round trips. */
    async function checkClient(): Promise<void> {
      if (!isClientKnown) await time.sleep(2 * roundTripMs)
      isClientKnown = true
    }
    async function get(key: string): Promise<never> {
      await time.sleep(roundTripMs)
      const held = stored.get(key)
      return (held && held.expiresAt > time.now() ? held : undefined) as never
    }
    async function set(key: string, record: { readonly expiresAt: number }): Promise<void> {
      await checkClient()
      await time.sleep(roundTripMs)
      stored.set(key, record)
    }
    async function remove(key: string): Promise<void> {
      await time.sleep(roundTripMs)
      stored.delete(key)
    }
    const lock: Driver['lock'] = async (key, leaseMs) => {
      await checkClient()
      await time.sleep(roundTripMs)
      if ((leases.get(key)?.until ?? 0) > time.now()) {
        // Makes sure that the lease expires.
        await time.sleep(roundTripMs)
        return undefined
      }
      const mine = { until: time.now() + leaseMs }
      leases.set(key, mine)
      return {
        async release() {
          await time.sleep(roundTripMs)
          if (leases.get(key) === mine) leases.delete(key)
        },
      }
    }
    return storageOf(({ now, onFailure }) => {
      // Waiting for a lease depends on the holder's note, so this is the package's own code.
      const lease = createLeases({ get, set, delete: remove, lock }, now, onFailure)
      return {
        read: get,
        write: (key, record) => (record ? set(key, record) : remove(key)),
        lease: (key, ms = LEASE_MS) => lease(key, ms),
      }
    })
  }
}

/** What was written, and when the write started. */
interface Written {
  readonly at: number
  readonly held: Held | undefined
}

/** What a Workers KV location has cached, including misses, before it reads again. */
interface Place {
  readonly seen: Map<string, { readonly written: Written | undefined; readonly until: number }>
}

/**
 * Models cloudflareKVStorage: no leases; a write is visible immediately at its own location, and elsewhere when that
 * location reads again, up to 60 s later; one write per key and second, of which an earlier one is visible to its
 * writer only.
 */
export function kvLike(time: VirtualTime, { places = 20, propagationMs = 60_000, roundTripMs = 10 } = {}): OpenStorage {
  const stored = new Map<string, Written & { readonly takenAt: number }>()
  const all: Place[] = Array.from({ length: places }, () => ({ seen: new Map() }))

  return (worker) => {
    const { seen } = all[worker % places] as Place
    const own = new Map<string, Written>()
    return storageOf(() => ({
      async read(key) {
        await time.sleep(roundTripMs)
        let view = seen.get(key)
        if (!view || view.until <= time.now()) {
          view = { written: stored.get(key), until: time.now() + propagationMs }
          seen.set(key, view)
        }
        const mine = own.get(key)
        const { held } = (mine && mine.at >= (view.written?.at ?? 0) ? mine : view.written) ?? {}
        return (held && held.expiresAt > time.now() ? held : undefined) as never
      },
      async write(key, held) {
        const written = { at: time.now(), held }
        await time.sleep(roundTripMs)
        if (time.now() - (stored.get(key)?.takenAt ?? 0) < 1000) {
          own.set(key, written)
          return
        }
        own.delete(key)
        stored.set(key, { ...written, takenAt: time.now() })
        seen.set(key, { written, until: time.now() + propagationMs })
      },
      lease: async () => async () => {},
    }))
  }
}
