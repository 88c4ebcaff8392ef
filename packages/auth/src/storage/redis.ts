import { check, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import { type RedisClient, type RedisCommands, redisCommands } from './redis-commands.ts'
import { probeRedis } from './redis-probe.ts'
import type { TokenStorage } from './storage.ts'

export type { RedisClient } from './redis-commands.ts'

/** Options of {@link redisStorage}. */
export interface RedisStorageOptions {
  /** Every key begins with it. @defaultValue `'oauth-tokens:'` */
  readonly prefix?: string | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** What is wrong with a client, or `''`. Not promises: on workerd nobody may wait for another request's. */
const problems = new WeakMap<RedisClient, string>()

/** Deletes the lease if it is still the holder's own, in one step. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/** Lets a lease end that somebody has set without an end, and that would lock everybody out. */
const BOUND = `if redis.call('pttl', KEYS[1]) == -1 then return redis.call('pexpire', KEYS[1], ARGV[1]) end return 0`

/**
 * Shares tokens between machines through Redis or Valkey. Accepts a client of ioredis, node-redis, `@upstash/redis`,
 * valkey-glide or Bun (`Bun.redis`), or one that is called in the same way; connecting and closing it stays with you. Before
 * the first write it is checked whether the client passes `NX` and `PX` on: one that does not counts as a Redis that fails.
 *
 * Everybody sees a write at once. The lease is `SET NX PX` with a value of its holder's own, and only that holder's
 * release deletes it. A failover may lose the last writes, a lease among them: then one more token is asked for. Values
 * are encrypted, so a dump or a `MONITOR` opens nothing, and expire with the token. Where Redis is gone, slow (2 s) or
 * read-only, tokens stay in memory, each process gets its own, and the pace of token requests is kept per process.
 *
 * The client's user needs `GET`, `SET`, `DEL` and `EVAL`. Without `EVAL` a release takes two steps, and one that is slow leaves
 * the lease to lapse.
 *
 * @throws AuthError `config_invalid` when `client` lacks `get`, `set` or `del`
 * @example
 * import { Redis } from 'ioredis'
 *
 * const auth = createOAuth({ ...credentials, storage: redisStorage(new Redis('redis://127.0.0.1:6379')) })
 * @see [Redis: distributed locks](https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/)
 */
export function redisStorage(client: RedisClient, options: RedisStorageOptions = {}): TokenStorage {
  const redis = redisCommands(client)
  const now = readNow(options, 'redisStorage')
  const { prefix = 'oauth-tokens:' } = options
  check(typeof prefix === 'string', 'redisStorage: prefix must be text')

  /** Sets a key, once the client is known to do that as it should. */
  async function set(key: string, value: string, ms: number, ifMissing: boolean): Promise<boolean> {
    const problem = problems.get(client) ?? (await probeRedis(redis, prefix))
    problems.set(client, problem)
    if (problem) throw new Error(problem)
    return redis.set(prefix + key, value, ms, ifMissing)
  }

  return defineStorage({
    async get(key) {
      return readRecordText(await redis.get(prefix + key), now())
    },
    async set(key, record) {
      const ms = Math.max(1, Math.ceil(record.expiresAt - now()))
      if (!(await set(key, writeRecordText(record), ms, false))) throw new Error('SET has set nothing')
    },
    async delete(key) {
      await redis.del(prefix + key)
    },
    async lock(key, leaseMs) {
      const lease = `lease:${key}`
      const holder = crypto.randomUUID()
      const safeUntil = performance.now() + leaseMs / 2
      if (await set(lease, holder, leaseMs, true)) {
        return { release: () => release(redis, prefix + lease, holder, safeUntil) }
      }
      // Where no scripts run, the lease stays as it is.
      await redis.eval?.(BOUND, prefix + lease, `${leaseMs}`).catch(() => {})
      return undefined
    },
  })
}

async function release(redis: RedisCommands, key: string, holder: string, safeUntil: number): Promise<void> {
  if (redis.eval) {
    try {
      await redis.eval(RELEASE, key, holder)
      return
    } catch {
      // A server, or an access list, that runs no scripts. If it is worse than that, the next step fails too.
    }
  }
  // Between the two steps the lease must not lapse and become another's, so there has to be plenty left of it.
  if ((await redis.get(key)) === holder && performance.now() < safeUntil) await redis.del(key)
}
