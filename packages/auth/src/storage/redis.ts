import { check, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import { type RedisClient, type RedisCommands, redisCommands } from './redis-commands.ts'
import { probeRedis } from './redis-probe.ts'
import type { TokenStorage } from './storage.ts'

export type { RedisClient } from './redis-commands.ts'

/** Options of {@link redisStorage}. */
export interface RedisStorageOptions {
  /** Prefix of every key. @defaultValue `'oauth-tokens:'` */
  readonly prefix?: string | undefined
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** The problem of a client, or `''`. Not promises: on workerd, a request must not await a promise of another one. */
const problems = new WeakMap<RedisClient, string>()

/** Deletes the lease if it still belongs to the holder, in one step. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/** Sets an expiry on a lease that has none and would block every process. */
const BOUND = `if redis.call('pttl', KEYS[1]) == -1 then return redis.call('pexpire', KEYS[1], ARGV[1]) end return 0`

/**
 * Creates a storage in Redis or Valkey, shared by many machines. Accepts a client of ioredis, node-redis,
 * `@upstash/redis`, valkey-glide or Bun (`Bun.redis`), or one with the same methods; you connect and close it. Before
 * its first write, the client is checked for passing `NX` and `PX` on; if it does not, it is treated like a Redis that
 * fails.
 *
 * A write is visible everywhere at once. The lease is `SET NX PX` with a value unique to its holder, and only that
 * holder's release deletes it. A failover may lose the last writes, including a lease: then one more token is
 * requested. Values are encrypted, so a dump or a `MONITOR` reveals no token, and they expire with the token. If Redis
 * is unreachable, slow (2 s) or read-only, tokens stay in memory, each process requests its own, and the pace of token
 * requests is kept per process.
 *
 * The client's user needs `GET`, `SET`, `DEL` and `EVAL`. Without `EVAL`, a release takes two steps, and a slow one
 * lets the lease expire instead.
 *
 * @throws `AuthError` with code `config_invalid` if `client` lacks `get`, `set` or `del`
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
  check(typeof prefix === 'string', 'redisStorage: prefix must be a string')

  /** Sets a key, after the client was checked. */
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
      if (!(await set(key, writeRecordText(record), ms, false))) throw new Error('SET did not set the key')
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
      // If scripts do not run, the lease stays as it is.
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
      // The server or its access list runs no scripts. If it is something worse, the next step fails, too.
    }
  }
  // The lease must not expire between the two steps and pass to another holder, so enough of it must be left.
  if ((await redis.get(key)) === holder && performance.now() < safeUntil) await redis.del(key)
}
