/** Why the proxy answered by itself instead of passing on an answer. Codes are stable. */
export type ProxyReason =
  | 'not_found' // 404: no operation of the list has this method and path
  | 'origin_refused' // 403: another site, or an unsafe method without an origin
  | 'csrf_refused' // 403: without the header of `createProxyAuth`
  | 'session_missing' // 401: `session` gave nothing
  | 'forbidden' // 403: `authorize` said no
  | 'host_failed' // 500: `session` or `authorize` threw
  | 'query_refused' // 400: a query parameter that the operation does not declare
  | 'content_type_refused' // 415: a body that is not JSON
  | 'body_too_large' // 413: more than `maxBodyBytes`, or a body where the operation has none
  | 'body_broken' // 400: the page's body broke off
  | 'auth_failed' // 502, or 503 when it is worth another try later: the authenticator gave no headers
  | 'upstream_refused' // 502: Camunda does not accept the proxy's credential
  | 'upstream_redirected' // 502: Camunda, or what stands before it, redirects
  | 'upstream_html' // a page instead of data; 502, or its own status when that says failure
  | 'upstream_unreachable' // 502: no answer, or it broke off
  | 'timeout' // 504: not done within `timeoutMs`
  | 'aborted' // 499: the page went away

const words: Readonly<Record<ProxyReason, readonly [title: string, detail: string]>> = {
  not_found: ['Not found', 'The proxy passes on no such operation.'],
  origin_refused: ['Forbidden', 'The proxy answers pages of its own origin only.'],
  csrf_refused: ['Forbidden', 'The request lacks the header of the page authenticator.'],
  session_missing: ['Not signed in', 'There is no session, or it is over.'],
  forbidden: ['Forbidden', 'This session may not call this operation.'],
  host_failed: ['Internal error', 'The session could not be checked.'],
  query_refused: ['Bad request', 'The operation has no such query parameter.'],
  content_type_refused: ['Unsupported media type', 'The body has to be JSON.'],
  body_too_large: ['Content too large', 'The body is larger than the operation allows.'],
  body_broken: ['Bad request', 'The body broke off.'],
  auth_failed: ['Bad gateway', 'The proxy could not authenticate.'],
  upstream_refused: ['Bad gateway', 'The proxy was not accepted by the API.'],
  upstream_redirected: ['Bad gateway', 'The API answered with a redirect.'],
  upstream_html: ['Bad gateway', 'Something before the API answered with a page instead of data.'],
  upstream_unreachable: ['Bad gateway', 'The API could not be reached.'],
  timeout: ['Gateway timeout', 'The call was not done in time.'],
  aborted: ['Client closed request', 'The caller went away.'],
}

/** Ends a request with an answer of the proxy's own. Never leaves the package: it becomes a problem document. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly reason: ProxyReason
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, reason: ProxyReason, headers: Readonly<Record<string, string>> = {}) {
    super(reason)
    this.status = status
    this.reason = reason
    this.headers = headers
  }
}

/** On every answer: kept by no cache, guessed at by no browser, run as no document, embedded by no other site. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

/** Writes a problem document (RFC 9457). Its words are fixed: nothing of the request or of upstream is in it. */
export function problemResponse({ status, reason, headers }: Refusal): Response {
  const [title, detail] = words[reason]
  return new Response(JSON.stringify({ type: `proxy:${reason}`, title, status, detail }), {
    status,
    headers: { ...headers, ...protectiveHeaders, 'content-type': 'application/problem+json' },
  })
}
