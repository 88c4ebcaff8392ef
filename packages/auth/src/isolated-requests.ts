/**
 * On workerd what a request began dies with it. So nobody must await a promise that another request made, and nothing
 * can be left to run in the background once the request has its result.
 */
export function isolatesRequests(): boolean {
  return globalThis.navigator?.userAgent === 'Cloudflare-Workers'
}
