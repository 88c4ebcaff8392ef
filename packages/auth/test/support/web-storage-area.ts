import type { WebStorageArea } from '../../src/storage/web.ts'

/** A stand-in for `localStorage` with a quota in characters. */
export function makeWebStorageArea(quota = 5_000_000): WebStorageArea {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      const others = [...items].filter(([name]) => name !== key)
      const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
      if (used + key.length + value.length > quota) throw new DOMException('over quota', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
  }
}
