/** Why the proxy responded itself instead of passing on a response of Camunda. Codes are stable. */
export type ProxyReason =
  | 'not_found' // 404: no allowed operation has this method and path
  | 'path_refused' // 400: a path segment that servers could read in more than one way
  | 'origin_refused' // 403: another origin, or an unsafe method without one
  | 'csrf_refused' // 403: without the header of `createProxyAuth`
  | 'session_missing' // 401: `session` returned nothing
  | 'forbidden' // 403: `authorize` did not return true
  | 'host_failed' // 500: `session` or `authorize` threw
  | 'query_refused' // 400: a query parameter that the operation does not declare
  | 'content_type_refused' // 415: a body that is not JSON, or not a form for an operation that takes one
  | 'body_too_large' // 413: more than `maxBodyBytes`, or a body where the operation has none
  | 'body_broken' // 400: the page's body broke off
  | 'body_malformed' // 400: `authorize` is set, and servers could read the JSON body in different ways
  | 'body_already_read' // 500: something in front of the proxy, such as a body parser, has read or decoded the body
  | 'auth_failed' // 502, or 503 if a later retry makes sense: the authenticator threw
  | 'upstream_refused' // 502: Camunda rejected the proxy's credential
  | 'upstream_redirected' // 502: Camunda, or a gateway in front of it, redirects
  | 'upstream_html' // an HTML page instead of data; 502, or the page's status if that is an error
  | 'upstream_withheld' // the status of an error response that repeats the proxy's credential, or is longer than 1 MB
  | 'upstream_unreachable' // 502: no response, or the connection broke off
  | 'timeout' // 504: not completed within `timeoutMs`
  | 'aborted' // 499: the page went away

const details: Readonly<Record<ProxyReason, string>> = {
  not_found: 'This operation is not allowed.',
  path_refused: 'A path segment is empty or ambiguous.',
  origin_refused: 'This origin is not allowed.',
  csrf_refused: 'The x-csrf header is missing. Use createProxyAuth.',
  session_missing: 'The session is missing or expired.',
  forbidden: 'This session may not make this call.',
  host_failed: 'The session could not be checked.',
  query_refused: 'The operation has no such query parameter.',
  content_type_refused: 'The content type does not match the operation.',
  body_too_large: 'The body is too large.',
  body_broken: 'The body is incomplete.',
  body_malformed: 'The body must be JSON without duplicate names.',
  body_already_read: 'The body was already read. Mount the proxy before body parsers.',
  auth_failed: 'The proxy could not authenticate.',
  upstream_refused: "The API rejected the proxy's credential.",
  upstream_redirected: 'The API redirects.',
  upstream_html: 'The API returned an HTML page.',
  upstream_withheld: "The API's error contains a credential or is too large.",
  upstream_unreachable: 'The API could not be reached.',
  timeout: 'The call timed out.',
  aborted: 'The call was canceled.',
}

/** Ends a request with the proxy's own response. It never leaves the package: it becomes a problem document. */
export class Refusal extends Error {
  declare readonly status: number
  declare readonly reason: ProxyReason
  declare readonly headers: Readonly<Record<string, string>>

  constructor(status: number, reason: ProxyReason, headers: Readonly<Record<string, string>> = {}) {
    super(reason)
    Object.assign(this, { status, reason, headers })
  }
}

/** On every response: no caching, no sniffing, no execution as a document, no embedding by other sites. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

/** Builds a problem document (RFC 9457). Its text is fixed: it contains nothing from the request or from upstream. */
export function problemResponse({ status, reason, headers }: Refusal): Response {
  return new Response(JSON.stringify({ type: `proxy:${reason}`, status, detail: details[reason] }), {
    status,
    headers: { ...headers, ...protectiveHeaders, 'content-type': 'application/problem+json' },
  })
}
