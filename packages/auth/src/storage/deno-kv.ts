import { checkMethods, readNow } from '../check.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import type { TokenStorage } from './storage.ts'

type Key = (string | number)[]

interface Entry {
  readonly value: unknown
  readonly versionstamp: string | null
}

interface Atomic {
  check(check: { key: Key; versionstamp: string | null }): Atomic
  set(key: Key, value: unknown, options: { expireIn: number }): Atomic
  delete(key: Key): Atomic
  commit(): Promise<{ ok: boolean; versionstamp?: string }>
}

/** The methods of `Deno.Kv` that the storage calls. */
export interface DenoKv {
  get(key: Key): Promise<Entry>
  getMany(keys: Key[]): Promise<Entry[]>
  delete(key: Key): Promise<void>
  atomic(): Atomic
}

/** Options of {@link denoKVStorage}. */
export interface DenoKVStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** More than any record has, and what `getMany` accepts. */
const MOST_PARTS = 10
/** A value may have 64 KiB, including some bytes of Deno's own. */
const PART_BYTES = 60_000
/** How far apart the clocks of processes that share a lease may be. */
const SKEW_MS = 60_000

/** The first part of a record, and the number of parts. */
interface Head {
  readonly parts: number
  readonly bytes: Uint8Array
}

/**
 * Creates a storage in Deno KV, shared by the isolates of a Deno Deploy project, or by the processes on one KV
 * database.
 *
 * Reads are strongly consistent: a write is visible everywhere at once. The lease is written by an atomic operation
 * that checks that no other process was faster. Each machine measures its end by its own clock; if clocks are further
 * apart than a lease (10 s), two may request a token. Values are encrypted and expire with the token. If KV fails or is
 * read-only, tokens stay in memory and each isolate requests its own.
 *
 * @throws `AuthError` with code `config_invalid` if `kv` is not a `Deno.Kv`
 * @example
 * const auth = createOAuth({ ...credentials, storage: denoKVStorage(await Deno.openKv()) })
 * @see [Deno KV](https://docs.deno.com/deploy/kv/)
 */
export function denoKVStorage(kv: DenoKv, options: DenoKVStorageOptions = {}): TokenStorage {
  checkMethods(kv, ['get', 'getMany', 'delete', 'atomic'], 'denoKVStorage: kv', 'a Deno.Kv')
  const now = readNow(options, 'denoKVStorage')
  const keyOf = (key: string, part: number | 'lease' = 0): Key => ['oauth-tokens', key, part]

  /**
   * Returns the whole text, or undefined while it is being replaced: all parts are written at once, so their versions
   * agree.
   */
  async function readParts(key: string): Promise<{ text?: string; torn?: true }> {
    const head = await kv.get(keyOf(key))
    const { parts, bytes } = (head.value ?? {}) as Partial<Head>
    // Missing, or not written by this package.
    if (!(bytes instanceof Uint8Array) || !parts || parts < 1 || parts > MOST_PARTS) return {}
    const rest = parts > 1 ? await kv.getMany(Array.from({ length: parts - 1 }, (_, i) => keyOf(key, i + 1))) : []
    if (rest.some(({ versionstamp }) => versionstamp !== head.versionstamp)) return { torn: true }
    const decoder = new TextDecoder()
    let text = decoder.decode(bytes, { stream: true })
    for (const { value } of rest) text += decoder.decode(value as Uint8Array<ArrayBuffer>, { stream: true })
    return { text }
  }

  return defineStorage({
    async get(key) {
      let found = await readParts(key)
      for (let attempt = 0; found.torn && attempt < 5; attempt++) found = await readParts(key)
      return readRecordText(found.text, now())
    },
    async set(key, record) {
      const expireIn = Math.max(1, Math.ceil(record.expiresAt - now()))
      const bytes = new TextEncoder().encode(writeRecordText(record))
      const parts = Math.ceil(bytes.length / PART_BYTES)
      const head: Head = { parts, bytes: bytes.slice(0, PART_BYTES) }
      let writing = kv.atomic().set(keyOf(key), head, { expireIn })
      for (let part = 1; part < parts; part++) {
        writing = writing.set(keyOf(key, part), bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES), { expireIn })
      }
      await writing.commit()
    },
    // Without the first part, the others are useless, and expire.
    delete: (key) => kv.delete(keyOf(key)),
    async lock(key, leaseMs) {
      const lease = keyOf(key, 'lease')
      const { value: until, versionstamp } = await kv.get(lease)
      const left = Number(until) - now()
      // More can only be left if the clock was set back.
      if (versionstamp !== null && left > 0 && left <= leaseMs + SKEW_MS) return undefined
      const free = kv.atomic().check({ key: lease, versionstamp })
      const taken = await free.set(lease, now() + leaseMs, { expireIn: leaseMs }).commit()
      const mine = taken.versionstamp
      if (!taken.ok || mine === undefined) return undefined
      return {
        async release() {
          await kv.atomic().check({ key: lease, versionstamp: mine }).delete(lease).commit()
        },
      }
    },
  })
}
