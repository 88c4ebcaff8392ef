import type { TokenStorage } from '@x/auth'
import type { VirtualTime } from './virtual-time.ts'

/** Opens the fleet's storage as one worker sees it. */
export type OpenStorage = (worker: number) => TokenStorage

type Records = ReturnType<TokenStorage['share']>
interface Held {
  readonly at: number
  readonly expiresAt: number
}

const leaseMs = 10_000

/** The part that `createOAuth` uses of a storage; the rest is for those who write storages. */
function storageOf(records: Records): TokenStorage {
  const unused = (): never => {
    throw new Error('createOAuth reads and writes shared records only')
  }
  return { get: unused, set: unused, delete: unused, share: () => records }
}

/** Models redisStorage: everybody sees a write at once, updates are atomic, leases exclusive. One millisecond each. */
export function redisLike(time: VirtualTime, roundTripMs = 1): OpenStorage {
  const stored = new Map<string, Held>()
  const leases = new Map<string, { readonly until: number }>()
  let isClientKnown = false
  const find = (key: string): Held | undefined => {
    const held = stored.get(key)
    return held && held.expiresAt > time.now() ? held : undefined
  }
  /** Before the first write the client is checked, in two round trips. */
  async function checkClient(): Promise<void> {
    if (!isClientKnown) await time.sleep(2 * roundTripMs)
    isClientKnown = true
  }
  const records: Records = {
    async read(key) {
      await time.sleep(roundTripMs)
      return find(key) as never
    },
    async update(key, change) {
      await checkClient()
      // Lease, read, write, release.
      await time.sleep(4 * roundTripMs)
      const next = change(find(key) as never)
      if (next) stored.set(key, next)
      else stored.delete(key)
    },
    async lease(key) {
      await checkClient()
      await time.sleep(roundTripMs)
      if ((leases.get(key)?.until ?? 0) > time.now()) return undefined
      const mine = { until: time.now() + leaseMs }
      leases.set(key, mine)
      return async () => {
        await time.sleep(roundTripMs)
        if (leases.get(key) === mine) leases.delete(key)
      }
    },
  }
  return () => storageOf(records)
}

/** Where Workers KV keeps what a place has read, found or not, before it looks again. */
interface Place {
  readonly seen: Map<string, { readonly held: Held | undefined; readonly until: number }>
}

/**
 * Models cloudflareKVStorage: no leases; a write is seen at once where it was made, elsewhere when that place looks
 * again, up to 60 s later; one write per key and second, a further one is seen by its writer only.
 */
export function kvLike(time: VirtualTime, { places = 20, propagationMs = 60_000, roundTripMs = 10 } = {}): OpenStorage {
  const stored = new Map<string, { readonly held: Held | undefined; readonly writtenAt: number }>()
  const all: Place[] = Array.from({ length: places }, () => ({ seen: new Map() }))

  return (worker) => {
    const { seen } = all[worker % places] as Place
    const own = new Map<string, Held | undefined>()
    const find = (key: string): Held | undefined => {
      let view = seen.get(key)
      if (!view || view.until <= time.now()) {
        view = { held: stored.get(key)?.held, until: time.now() + propagationMs }
        seen.set(key, view)
      }
      const newest = own.get(key) && (own.get(key)?.at ?? 0) > (view.held?.at ?? 0) ? own.get(key) : view.held
      return newest && newest.expiresAt > time.now() ? newest : undefined
    }
    const write = (key: string, held: Held | undefined): void => {
      if (time.now() - (stored.get(key)?.writtenAt ?? 0) < 1000) {
        own.set(key, held)
        return
      }
      own.delete(key)
      stored.set(key, { held, writtenAt: time.now() })
      seen.set(key, { held, until: time.now() + propagationMs })
    }
    return storageOf({
      async read(key) {
        await time.sleep(roundTripMs)
        return find(key) as never
      },
      async update(key, change) {
        await time.sleep(roundTripMs)
        const old = find(key)
        const next = change(old as never)
        if (next && next === old) return
        await time.sleep(roundTripMs)
        write(key, next)
      },
      // In the memory of one worker with one audience, nobody else ever holds it.
      lease: async () => async () => {},
    })
  }
}
