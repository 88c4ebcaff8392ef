import type { TokenStorage } from '@x/auth'
import { cloudflareKVStorage } from '@x/auth/storage/cloudflare-kv'
import { redisStorage } from '@x/auth/storage/redis'
import type { OpenStorage } from '../../src/simulation/storages.ts'
import type { VirtualTime } from '../../src/simulation/virtual-time.ts'

interface Kept {
  readonly value: string
  readonly until: number
}

/** The real redisStorage, over a client of a Redis in virtual time. */
export function realRedis(time: VirtualTime, roundTripMs = 1): OpenStorage {
  const kept = new Map<string, Kept>()
  const find = (key: string): string | null => {
    const found = kept.get(key)
    return found && found.until > time.now() ? found.value : null
  }
  const connect = () => ({
    async get(key: string) {
      await time.sleep(roundTripMs)
      return find(key)
    },
    async set(key: string, value: string, { px, nx }: { px: number; nx?: boolean }) {
      await time.sleep(roundTripMs)
      if (nx && find(key) !== null) return null
      kept.set(key, { value, until: time.now() + px })
      return 'OK'
    },
    async del(key: string) {
      await time.sleep(roundTripMs)
      kept.delete(key)
    },
    /**
     * Deletes a key if it still has the value. The other script is for keys without an expiry, which do not occur here.
     */
    async eval(_script: string, [key = '']: string[], [value]: string[]) {
      await time.sleep(roundTripMs)
      if (find(key) === value) kept.delete(key)
    },
  })
  // Each process has its own client.
  return (): TokenStorage => redisStorage(connect(), { now: time.now })
}

/** The real cloudflareKVStorage, over a namespace with its delay of a minute. */
export function realKv(time: VirtualTime, { places = 20, propagationMs = 60_000, roundTripMs = 10 } = {}): OpenStorage {
  const kept = new Map<string, Kept & { readonly writtenAt: number }>()
  const views = Array.from({ length: places }, () => new Map<string, { kept: Kept | undefined; until: number }>())

  return (worker) => {
    const view = views[worker % places] as Map<string, { kept: Kept | undefined; until: number }>
    const write = async (key: string, value: string, ttlMs: number): Promise<void> => {
      await time.sleep(roundTripMs)
      if (time.now() - (kept.get(key)?.writtenAt ?? 0) < 1000) throw new Error('KV PUT failed: 429 Too Many Requests')
      const now = { value, until: time.now() + ttlMs, writtenAt: time.now() }
      kept.set(key, now)
      view.set(key, { kept: now, until: time.now() + propagationMs })
    }
    return cloudflareKVStorage(
      {
        async get(key) {
          await time.sleep(roundTripMs)
          let seen = view.get(key)
          if (!seen || seen.until <= time.now()) {
            seen = { kept: kept.get(key), until: time.now() + propagationMs }
            view.set(key, seen)
          }
          return seen.kept && seen.kept.until > time.now() ? seen.kept.value : null
        },
        put: (key, value, { expirationTtl }) => write(key, value, expirationTtl * 1000),
        delete: (key) => write(key, '', 0),
      },
      { now: time.now },
    )
  }
}
