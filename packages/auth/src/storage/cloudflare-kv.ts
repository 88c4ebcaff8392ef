import { checkMethods, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, readText, writeRecordText } from './record-text.ts'
import type { StoredRecord, TokenStorage } from './storage.ts'

/** What is used of a Workers KV namespace. */
export interface CloudflareKVNamespace {
  get(key: string): Promise<string | null>
  put(key: string, value: string, options: { readonly expirationTtl: number }): Promise<unknown>
  delete(key: string): Promise<unknown>
}

/** Options of {@link cloudflareKVStorage}. */
export interface CloudflareKVStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

const PREFIX = 'oauth-tokens:'
/** KV refuses to keep anything for less. */
const SHORTEST_TTL_S = 60

/** What was written and when; without a record when it was deleted. */
interface Written {
  readonly at: number
  readonly record: StoredRecord | undefined
}

/**
 * Keeps tokens in Workers KV, for all Workers of an account.
 *
 * KV is eventually consistent: other places see a write after up to 60 s. And it has no lock. So places that start within
 * the same minute each ask for a token of their own, and do not keep a common pace; from then on they share. Use
 * `durableObjectStorage` where one request in all is wanted. Tokens that live less than a minute or two are hardly worth
 * the way to KV.
 *
 * KV takes one write per key and second. One that comes too soon is seen by this storage object only. Values are
 * encrypted and expire with the token, at the earliest after 60 s, which is the least KV allows. Where KV fails, tokens
 * stay in memory and each isolate gets its own.
 *
 * @throws AuthError `config_invalid` when `namespace` is none: the binding is missing in the Worker's configuration
 * @example
 * import { env } from 'cloudflare:workers'
 * const auth = createOAuth({ ...credentials, storage: cloudflareKVStorage(env.TOKENS) })
 * @see [How KV works](https://developers.cloudflare.com/kv/concepts/how-kv-works/)
 */
export function cloudflareKVStorage(
  namespace: CloudflareKVNamespace,
  options: CloudflareKVStorageOptions = {},
): TokenStorage {
  checkMethods(namespace, ['get', 'put', 'delete'], 'cloudflareKVStorage: namespace', 'a KV binding')
  const now = readNow(options, 'cloudflareKVStorage')
  /** What KV would not take. */
  const refused = new Map<string, Written>()

  async function write(key: string, record: StoredRecord | undefined, send: (at: number) => Promise<unknown>) {
    const at = now()
    try {
      await send(at)
      refused.delete(key)
    } catch (error) {
      if (!/\b429\b/.test(String((error as Error)?.message))) throw error
      refused.set(key, { at, record })
    }
  }

  return defineStorage({
    async get(key) {
      const text = await namespace.get(PREFIX + key)
      const record = readRecordText(readText(text)?.replace(/^\S+ /, ''), now())
      const mine = refused.get(key)
      if (!mine || mine.at < Number.parseFloat(text ?? '0')) return record
      return mine.record && mine.record.expiresAt > now() ? mine.record : undefined
    },
    set: (key, record) =>
      write(key, record, (at) =>
        namespace.put(PREFIX + key, `${at} ${writeRecordText(record)}`, {
          expirationTtl: Math.max(SHORTEST_TTL_S, Math.ceil((record.expiresAt - at) / 1000)),
        }),
      ),
    delete: (key) => write(key, undefined, () => namespace.delete(PREFIX + key)),
  })
}
