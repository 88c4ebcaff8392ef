import { checkMethods } from '../check.ts'
import { readText, UnexpectedReply } from './record-text.ts'

/**
 * The methods of a Redis client that the storage calls: ioredis, node-redis, `@upstash/redis`, valkey-glide, Bun's own,
 * or a client with the same methods as one of them. Their clusters and pools work as well.
 */
export interface RedisClient {
  get(...args: never[]): Promise<unknown>
  set(...args: never[]): Promise<unknown>
  del(...args: never[]): Promise<unknown>
  eval?(...args: never[]): Promise<unknown>
}

/** The four commands, whatever the client. */
export interface RedisCommands {
  get(key: string): Promise<string | undefined>
  /** `SET key value PX ms`, with `NX` if it must not exist yet. Returns true if it was set. */
  set(key: string, value: string, ms: number, ifMissing: boolean): Promise<boolean>
  del(key: string): Promise<unknown>
  /** Undefined if the client runs no scripts. */
  eval?(script: string, key: string, argument: string): Promise<unknown>
}

type Method = (...args: unknown[]) => Promise<unknown>
type Methods = { readonly [name in 'get' | 'set' | 'del']: Method } & {
  readonly [name in 'eval' | 'customCommand' | 'send']?: Method
}

/**
 * The clients have the same commands but different options. Each is recognized by a method that only it has.
 *
 * @throws AuthError `config_invalid` if `client` lacks a method
 */
export function redisCommands(given: RedisClient): RedisCommands {
  checkMethods(given, ['get', 'set', 'del'], 'redisStorage: client', 'a Redis client')
  // Called on the client, and looked up each time, because some clients are proxies.
  const client = given as unknown as Methods
  if ('defineCommand' in given) return ioredis(client)
  if ('sendCommand' in given)
    return withOptions(client, 'PX', 'NX', (key, argument) => [{ keys: [key], arguments: [argument] }])
  // valkey-glide, and Bun's own.
  if (client.customCommand) return raw((...command) => client.customCommand?.(command))
  if (client.send) return raw((name, ...args) => client.send?.(name, args))
  return withOptions(client, 'px', 'nx', (key, argument) => [[key], [argument]])
}

function ioredis(client: Methods): RedisCommands {
  return {
    get: async (key) => readText(await client.get(key)),
    set: async (key, value, ms, ifMissing) => isGranted(await client.set(key, value, ...words(ms, ifMissing))),
    del: async (key) => client.del(key),
    ...(client.eval && { eval: async (script, key, argument) => client.eval?.(script, 1, key, argument) }),
  }
}

/** node-redis and `@upstash/redis`. */
function withOptions(
  client: Methods,
  px: string,
  nx: string,
  scriptArguments: (key: string, argument: string) => unknown[],
): RedisCommands {
  return {
    get: async (key) => readText(await client.get(key)),
    set: async (key, value, ms, ifMissing) =>
      isGranted(await client.set(key, value, { [px]: ms, ...(ifMissing && { [nx]: true }) })),
    del: async (key) => client.del(key),
    ...(client.eval && {
      eval: async (script, key, argument) => client.eval?.(script, ...scriptArguments(key, argument)),
    }),
  }
}

/** Clients with method signatures of their own that also send any raw command. */
function raw(send: (name: string, ...args: string[]) => Promise<unknown> | undefined): RedisCommands {
  return {
    get: async (key) => readText(await send('GET', key)),
    set: async (key, value, ms, ifMissing) => isGranted(await send('SET', key, value, ...words(ms, ifMissing))),
    del: async (key) => send('DEL', key),
    eval: async (script, key, argument) => send('EVAL', script, '1', key, argument),
  }
}

const words = (ms: number, ifMissing: boolean): string[] => ['PX', `${ms}`, ...(ifMissing ? ['NX'] : [])]

/** @throws UnexpectedReply for any other reply, which must count neither as granted nor as held by another process */
function isGranted(reply: unknown): boolean {
  if (reply === null || reply === false) return false
  const isText = typeof reply === 'string' || reply instanceof Uint8Array
  if (reply === true || (isText && /^ok$/i.test(readText(reply) ?? ''))) return true
  throw new UnexpectedReply('SET returned neither OK nor null')
}
