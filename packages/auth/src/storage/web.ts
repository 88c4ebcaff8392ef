import { checkMethods, readNow } from '../check.ts'
import { delay } from '../delay.ts'
import { defineStorage } from './define-storage.ts'
import { readRecordText, writeRecordText } from './record-text.ts'
import type { StorageLease, TokenStorage } from './storage.ts'
import { takeWebLock, webLocks } from './web-lock.ts'

/** The methods of `localStorage` or `sessionStorage` that the storage calls. */
export interface WebStorageArea {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Options of {@link webStorage}. */
export interface WebStorageOptions {
  /** Current time in milliseconds since the Unix epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

const PREFIX = 'oauth-tokens:'
/** How long after writing a lease it is read again. */
const SETTLE_MS = 30

/**
 * Creates a storage that shares tokens between the tabs of one browser (`localStorage`), or keeps them when a tab is
 * reloaded (`sessionStorage`). Service workers have neither: use `indexedDBStorage` there.
 *
 * Tabs see each other's writes at once. The lease is a Web Lock, which ends with its tab. Without Web Locks it is an
 * item that is read again 30 ms after it was written: two tabs that start in the same few milliseconds on a busy
 * machine may then both get it, and each request a token.
 *
 * Items are encrypted, but any script in the page can read its client secret, so a public page must get its tokens from
 * a backend. If the storage is full, disabled or read-only (some private modes), tokens stay in memory and each tab
 * requests its own. If it is disabled, even reading `localStorage` throws, so pass a function.
 *
 * @param area `localStorage`, `sessionStorage`, or a function that returns one of them
 * @throws `AuthError` with code `config_invalid` if `area` is none of these; `null`, which some web views have,
 * counts as disabled
 * @example
 * const auth = createOAuth({ ...credentials, storage: webStorage(() => localStorage) })
 */
export function webStorage(
  area: WebStorageArea | (() => WebStorageArea),
  options: WebStorageOptions = {},
): TokenStorage {
  // Some web views have null instead of a disabled storage.
  if (typeof area !== 'function' && (area ?? undefined) !== undefined) {
    checkMethods(
      area,
      ['getItem', 'setItem', 'removeItem'],
      'webStorage: area',
      'localStorage, sessionStorage or a function',
    )
  }
  const now = readNow(options, 'webStorage')
  const open = typeof area === 'function' ? area : () => area
  let swept = false

  return defineStorage({
    async get(key) {
      return readRecordText(open().getItem(PREFIX + key), now())
    },
    async set(key, record) {
      const items = open()
      if (!swept) sweep(items, now())
      swept = true
      items.setItem(PREFIX + key, writeRecordText(record))
    },
    async delete(key) {
      open().removeItem(PREFIX + key)
    },
    async lock(key, leaseMs) {
      const name = `${PREFIX}lease:${key}`
      const items = open()
      // Web Locks are for all tabs. An item of a single tab cannot change between two awaits.
      const isOneTabs = items === (globalThis as { sessionStorage?: WebStorageArea }).sessionStorage
      const locks = isOneTabs ? undefined : webLocks()
      return locks ? takeWebLock(locks, name, leaseMs) : takeLeaseItem(items, name, leaseMs, now, isOneTabs)
    },
  })
}

/** Removes expired records: tokens of a replaced secret are never read again. */
function sweep(items: WebStorageArea, now: number): void {
  const names = Array.from({ length: items.length }, (_, index) => items.key(index) ?? '')
  for (const name of names) {
    if (name.startsWith(PREFIX) && !readRecordText(items.getItem(name), now)) items.removeItem(name)
  }
}

async function takeLeaseItem(
  items: WebStorageArea,
  name: string,
  leaseMs: number,
  now: () => number,
  isOneTabs: boolean,
): Promise<StorageLease | undefined> {
  const held = readRecordText(items.getItem(name), now())
  // More time than a whole lease can remain only if the clock was set back.
  if (held && held.expiresAt <= now() + leaseMs) return undefined
  const mine = writeRecordText({ value: `${Math.random()}`, expiresAt: now() + leaseMs })
  items.setItem(name, mine)
  if (!isOneTabs) await delay(SETTLE_MS)
  if (items.getItem(name) !== mine) return undefined
  return {
    async release() {
      if (items.getItem(name) === mine) items.removeItem(name)
    },
  }
}
