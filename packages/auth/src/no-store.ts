/** Some frameworks put a cache into fetch. Where the platform knows no `cache`, naming it may throw. */
export const noStore: RequestInit = 'cache' in (globalThis.Request?.prototype ?? {}) ? { cache: 'no-store' } : {}
