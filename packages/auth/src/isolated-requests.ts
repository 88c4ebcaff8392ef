/**
 * True on workerd, where everything a request started ends with it. So a request must not await a promise of another
 * one, and nothing can run in the background once a request has its result.
 */
export function isolatesRequests(): boolean {
  return globalThis.navigator?.userAgent === 'Cloudflare-Workers'
}
