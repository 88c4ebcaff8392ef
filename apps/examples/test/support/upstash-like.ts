import type { RedisClient } from '@x/auth/storage/redis'

/** A Redis within one process, with the methods of `@upstash/redis`. */
export function createUpstashLike(): RedisClient & { readonly values: ReadonlyMap<string, string> } {
  const values = new Map<string, string>()
  return {
    values,
    get: async (key: string) => values.get(key) ?? null,
    set: async (key: string, value: string, { nx, px }: { readonly nx?: boolean; readonly px: number }) => {
      if (px <= 0) throw new Error('ERR invalid expire time')
      if (nx && values.has(key)) return null
      values.set(key, value)
      return 'OK'
    },
    del: async (key: string) => Number(values.delete(key)),
  }
}
