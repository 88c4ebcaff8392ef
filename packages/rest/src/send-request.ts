import type { FetchResponse } from './options.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/**
 * Sends one try. Address, headers, body and signal go to `fetch` directly, not inside a `Request`: fetch copies a Request,
 * body stream and signal included, which costs a POST a quarter of its throughput over loopback.
 */
export async function sendRequest(
  { fetch = globalThis.fetch }: Settings,
  { call: { method }, url, body }: PreparedRequest,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<FetchResponse> {
  const init: RequestInit = { method, headers, signal, redirect: 'manual' }
  if (body !== undefined) init.body = body
  if (knowsNoStore()) init.cache = 'no-store'
  return await fetch(url, init)
}

let known: boolean | undefined

/**
 * Whether `cache: 'no-store'` can be sent. Some frameworks replace `fetch` by one that caches by address and body without
 * it. workerd throws at it before its compatibility date 2024-11-11, and polyfills add a parameter to the address.
 */
function knowsNoStore(): boolean {
  if (known === undefined) {
    try {
      const { cache, url } = new Request('http://a/', { cache: 'no-store' })
      known = cache === 'no-store' && url === 'http://a/'
    } catch {
      known = false
    }
  }
  return known
}
