import { checkMethods, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, readText, writeRecordText } from './record-text.ts'
import type { StoredRecord, TokenStorage } from './storage.ts'

/** The methods of a Workers KV namespace that the storage calls. */
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
/** KV rejects shorter times. */
const SHORTEST_TTL_S = 60

/** What was written and when; without a record if it was deleted. */
interface Written {
  readonly at: number
  readonly record: StoredRecord | undefined
}

/**
 * Creates a storage in Workers KV, shared by all Workers of an account.
 *
 * KV is eventually consistent: other locations see a write after up to 60 s. It also has no lock. So locations that
 * start within the same minute each request their own token and keep their own pace; after that they share. Use
 * `durableObjectStorage` if there must be a single request. For tokens that live less than a minute or two, KV saves
 * little.
 *
 * KV accepts one write per key and second; an earlier one is kept in this storage object only. Values are encrypted and
 * expire with the token, after 60 s at the earliest, the minimum of KV. If KV fails, tokens stay in memory and each
 * isolate requests its own.
 *
 * @throws `AuthError` with code `config_invalid` if `namespace` is not a KV namespace: the binding is missing in
 * the Worker's configuration
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
  /** Writes that KV rejected. */
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
