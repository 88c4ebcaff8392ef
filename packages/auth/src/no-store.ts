/** Some frameworks cache `fetch`. On platforms without the `cache` option, setting it may throw. */
export const noStore: RequestInit = 'cache' in (globalThis.Request?.prototype ?? {}) ? { cache: 'no-store' } : {}
