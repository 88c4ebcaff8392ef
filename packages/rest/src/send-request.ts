import type { FetchResponse } from './options.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/**
 * Sends one attempt. Address, headers, body and signal are passed to `fetch` directly, not as a `Request`: fetch copies
 * a Request, including its body stream and signal, which costs a POST a quarter of its throughput over loopback.
 */
export function sendRequest(
  { fetch = globalThis.fetch }: Settings,
  { call: { method }, url, body }: PreparedRequest,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<FetchResponse> {
  const init: RequestInit = { method, headers, signal, redirect: 'manual' }
  if (body !== undefined) init.body = body
  if (knowsNoStore()) init.cache = 'no-store'
  return fetch(url, init)
}

let known: boolean | undefined

/**
 * Whether `cache: 'no-store'` can be passed. Some frameworks replace `fetch` by one that caches by address and body
 * without it. workerd throws for it before compatibility date 2024-11-11, and polyfills add a parameter to the address.
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
