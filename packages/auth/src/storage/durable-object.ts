import { checkMethods, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { wholeRecord } from './record-text.ts'
import type { StoredRecord, TokenStorage } from './storage.ts'

/** The methods of a Durable Object's stub that the storage calls. */
export interface DurableObjectStub {
  fetch(url: string, init: { readonly method: string; readonly body: string }): Promise<Response>
}

/** The methods of a Durable Object's state that {@link TokenStorageObject} calls. */
export interface DurableObjectState {
  readonly storage: {
    get(key: string): Promise<unknown>
    put(key: string, value: unknown): Promise<void>
    delete(key: string): Promise<unknown>
    list(): Promise<Map<string, unknown>>
  }
}

/** Options of {@link durableObjectStorage}. */
export interface DurableObjectStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

type Order =
  | { readonly do: 'get' | 'delete'; readonly key: string }
  | { readonly do: 'set'; readonly key: string; readonly record: StoredRecord }
  | { readonly do: 'lock'; readonly key: string; readonly leaseMs: number }
  | { readonly do: 'release'; readonly key: string; readonly holder: string }

/**
 * Creates a storage in one Durable Object, shared by all Workers of an account, worldwide. A write is visible
 * everywhere at once, and the object itself grants leases, by its own clock.
 *
 * The object is {@link TokenStorageObject}. It runs in one location, so a call from far away has more latency; with a
 * valid token in memory, the object is not called. Records are encrypted. If the object cannot be reached, tokens stay
 * in memory and each isolate requests its own.
 *
 * @param stub returns a new stub for each use, because a stub belongs to the request that created it. If you call
 * `createOAuth` for each request, you can pass a stub itself.
 * @throws `AuthError` with code `config_invalid` if `stub` is neither
 * @example
 * // wrangler.jsonc: "durable_objects": { "bindings": [{ "name": "TOKENS", "class_name": "TokenStorageObject" }] },
 * //                 "migrations": [{ "tag": "v1", "new_sqlite_classes": ["TokenStorageObject"] }]
 * import { env } from 'cloudflare:workers'
 * export { TokenStorageObject } from '@x/auth/storage/durable-object'
 *
 * const storage = durableObjectStorage(() => env.TOKENS.get(env.TOKENS.idFromName('tokens')))
 * const auth = createOAuth({ ...credentials, storage })
 * @see [Durable Objects](https://developers.cloudflare.com/durable-objects/)
 */
export function durableObjectStorage(
  stub: DurableObjectStub | (() => DurableObjectStub),
  options: DurableObjectStorageOptions = {},
): TokenStorage {
  if (typeof stub !== 'function') checkMethods(stub, ['fetch'], 'durableObjectStorage: stub', 'a stub, or a function')
  const now = readNow(options, 'durableObjectStorage')
  const open = typeof stub === 'function' ? stub : () => stub

  async function send(order: Order): Promise<unknown> {
    const response = await open().fetch('https://token-storage/', { method: 'POST', body: JSON.stringify(order) })
    if (!response.ok) throw new Error(`the Durable Object responded with status ${response.status}`)
    return response.json()
  }

  return defineStorage({
    async get(key) {
      return wholeRecord(await send({ do: 'get', key }), now())
    },
    async set(key, { value, expiresAt }) {
      await send({ do: 'set', key, record: { value, expiresAt } })
    },
    async delete(key) {
      await send({ do: 'delete', key })
    },
    async lock(key, leaseMs) {
      const holder = await send({ do: 'lock', key, leaseMs })
      if (typeof holder !== 'string') return undefined
      return {
        async release() {
          await send({ do: 'release', key, holder })
        },
      }
    },
  })
}

/**
 * The Durable Object behind {@link durableObjectStorage}: export it from your Worker. Only your Workers can reach it.
 * No other request runs between its reads and writes, which makes leases exclusive. The type of its binding is a plain
 * `DurableObjectNamespace`.
 */
export class TokenStorageObject {
  readonly #storage: DurableObjectState['storage']
  #swept = false

  constructor(state: DurableObjectState) {
    this.#storage = state.storage
  }

  async fetch(request: Request): Promise<Response> {
    const order = (await request.json()) as Order
    if (!this.#swept) await this.#sweep()
    return Response.json((await this.#obey(order)) ?? null)
  }

  async #obey(order: Order): Promise<unknown> {
    const storage = this.#storage
    const key = order.do === 'lock' || order.do === 'release' ? `lease:${order.key}` : order.key
    const old = (await storage.get(key)) as StoredRecord | undefined
    if (order.do === 'get') return old
    if (order.do === 'set') await storage.put(key, order.record)
    if (order.do === 'delete' || (order.do === 'release' && old?.value === order.holder)) await storage.delete(key)
    // More time than a whole lease can remain only if the clock was set back.
    const left = (old?.expiresAt ?? 0) - Date.now()
    if (order.do === 'lock' && !(left > 0 && left <= order.leaseMs)) {
      const lease: StoredRecord = { value: crypto.randomUUID(), expiresAt: Date.now() + order.leaseMs }
      await storage.put(key, lease)
      return lease.value
    }
    return undefined
  }

  /** Removes expired records: tokens of a replaced secret are never read again. */
  async #sweep(): Promise<void> {
    this.#swept = true
    for (const [key, record] of await this.#storage.list()) {
      if (!((record as StoredRecord).expiresAt > Date.now())) await this.#storage.delete(key)
    }
  }
}
