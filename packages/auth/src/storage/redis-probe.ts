import { UnexpectedReply } from './record-text.ts'
import type { RedisCommands } from './redis-commands.ts'

const PROBE_MS = 10_000

/**
 * Checks whether a client passes `NX` and `PX` on, by setting two keys. A wrapper that drops them says nothing, and then
 * leases are not exclusive and records never expire. Two round trips, in whatever order the commands arrive.
 *
 * @returns what is wrong, or `''`; rejects when Redis fails
 */
export async function probeRedis(redis: RedisCommands, prefix: string): Promise<string> {
  const key = `${prefix}probe:${crypto.randomUUID()}`
  const ended = `${key}:ended`
  try {
    const [first, second, isEndedSet] = await Promise.all([
      redis.set(key, 'first', PROBE_MS, true),
      redis.set(key, 'second', PROBE_MS, true),
      // A server rejects a key that is to expire at once. One that never got the time sets it.
      redis.set(ended, 'ended', 0, false).catch(() => false),
    ])
    const [value, endedValue] = await Promise.all([redis.get(key), isEndedSet ? redis.get(ended) : undefined])
    if (first === second) return unfit('SET ignores NX')
    if (value !== (first ? 'first' : 'second')) return unfit('GET does not return what SET has set')
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
