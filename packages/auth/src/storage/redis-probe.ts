import { UnexpectedReply } from './record-text.ts'
import type { RedisCommands } from './redis-commands.ts'

const PROBE_MS = 10_000

/**
 * Checks whether a client passes `NX` and `PX` on, by setting two keys. A wrapper that drops them fails silently:
 * leases would not be exclusive, and records would never expire. Two round trips; the order in which commands arrive
 * does not matter.
 *
 * @returns the problem, or `''`; rejects if Redis fails
 */
export async function probeRedis(redis: RedisCommands, prefix: string): Promise<string> {
  const key = `${prefix}probe:${crypto.randomUUID()}`
  const ended = `${key}:ended`
  try {
    const [first, second, isEndedSet] = await Promise.all([
      redis.set(key, 'first', PROBE_MS, true),
      redis.set(key, 'second', PROBE_MS, true),
      // Redis rejects an expiry of 0. It sets the key if it never received the expiry.
      redis.set(ended, 'ended', 0, false).catch(() => false),
    ])
    const [value, endedValue] = await Promise.all([redis.get(key), isEndedSet ? redis.get(ended) : undefined])
    if (first === second) return unfit('SET ignores NX')
    if (value !== (first ? 'first' : 'second')) return unfit('GET does not return the value of SET')
    return endedValue === undefined ? '' : unfit('SET ignores PX')
  } catch (error) {
    if (error instanceof UnexpectedReply) return unfit(error.message)
    throw error
  } finally {
    for (const used of [key, ended]) redis.del(used).catch(() => {})
  }
}

const unfit = (problem: string): string =>
  `redisStorage: this client cannot be used: ${problem}. Pass a client of ioredis, node-redis, @upstash/redis, valkey-glide or Bun.`
