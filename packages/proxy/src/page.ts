import type { Authenticator } from './authenticator.ts'
import { CSRF_HEADER, CSRF_VALUE } from './csrf-header.ts'

export type { Authenticator } from './authenticator.ts'

/**
 * Creates the authenticator of a page that calls Camunda through the proxy. It adds the header that the proxy requires,
 * and nothing else: the session is a cookie that the browser sends, and the token never leaves the server. The clients add
 * it to every operation, also to those that need no authentication at Camunda.
 *
 * @example
 * ```ts
 * import { createOperateClient } from '@x/operate'
 * import { createProxyAuth } from '@x/proxy/page'
 *
 * const operate = createOperateClient({
 *   auth: createProxyAuth(),
 *   baseUrl: new URL('/camunda/operate', location.href),
 * })
 * ```
 */
export function createProxyAuth(): Authenticator {
  const anonymous = (): Record<string, string> => ({ [CSRF_HEADER]: CSRF_VALUE })
  return { headers: async () => anonymous(), anonymous }
}
