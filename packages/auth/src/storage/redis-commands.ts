/**
 * What is used of a Redis client: ioredis, node-redis, @upstash/redis, or one that is called in the same way as one of
 * them. Clusters and pools of theirs will do as well.
 */
export interface RedisClient {
  get(key: string): Promise<unknown>
  set(...args: never[]): Promise<unknown>
  del(key: string): Promise<unknown>
  eval?(...args: never[]): Promise<unknown>
}

/** The four commands, whatever the client. */
export interface RedisCommands {
  get(key: string): Promise<unknown>
  /** `SET key value PX ms`, with `NX` where it must not be there yet; true when it was set. */
  set(key: string, value: string, ms: number, ifMissing: boolean): Promise<boolean>
  del(key: string): Promise<unknown>
  /** Absent where the client runs no scripts. */
  eval?(script: string, key: string, argument: string): Promise<unknown>
}

type Call = (...args: unknown[]) => Promise<unknown>

/** The clients agree on commands and not on how their options are written: told apart by what only one of them has. */
export function redisCommands(client: RedisClient): RedisCommands {
  for (const name of ['get', 'set', 'del'] as const) {
    if (typeof client?.[name] !== 'function') {
      throw new TypeError(`redisStorage: client must be a Redis client, and has no method "${name}".`)
    }
  }
  const isIoredis = 'defineCommand' in client
  const isNodeRedis = !isIoredis && 'sendCommand' in client
  const set = client.set.bind(client) as Call
  const run = client.eval?.bind(client) as Call | undefined

  return {
    get: (key) => client.get(key),
    async set(key, value, ms, ifMissing) {
      let reply: unknown
      if (isIoredis) reply = await set(key, value, 'PX', ms, ...(ifMissing ? ['NX'] : []))
      else if (isNodeRedis) reply = await set(key, value, { PX: ms, ...(ifMissing && { NX: true }) })
      else reply = await set(key, value, { px: ms, ...(ifMissing && { nx: true }) })
      return reply === 'OK'
    },
    del: (key) => client.del(key),
    ...(run && {
      eval(script: string, key: string, argument: string) {
        if (isIoredis) return run(script, 1, key, argument)
        if (isNodeRedis) return run(script, { keys: [key], arguments: [argument] })
        return run(script, [key], [argument])
      },
    }),
  }
}
