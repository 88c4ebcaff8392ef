import { cancelBody } from './cancel-body.ts'
import type { Deadline } from './deadline.ts'
import type { ProxiedOperation } from './operation.ts'
import type { ApiSettings, Settings } from './options.ts'
import { Refusal } from './refusal.ts'

/** One request to Camunda, without authentication. */
export interface UpstreamRequest {
  /** Relative to the address of the API; built from checked, newly encoded parts. */
  readonly path: string
  /** With its question mark; empty for no query. */
  readonly query: string
  readonly operation: ProxiedOperation
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/** A response of Camunda, and the headers that authenticated its request. */
export interface UpstreamResponse {
  readonly response: Response
  readonly authHeaders: Readonly<Record<string, string>>
}

/**
 * Sends a request with the proxy's credential. After a 401, the request is retried once with new headers of the
 * authenticator.
 *
 * @throws Refusal
 */
export async function sendUpstream(
  settings: Settings,
  api: ApiSettings,
  request: UpstreamRequest,
  deadline: Deadline,
): Promise<UpstreamResponse> {
  const { auth, audience, baseUrl } = api
  const { path, query, operation, headers, body } = request
  const { signal } = deadline
  const authenticated = operation.authenticated !== false
  for (let mayRepeat = authenticated; ; mayRepeat = false) {
    const authHeaders = authenticated ? await deadline.race(() => auth.headers(audience, { signal }), authFailed) : {}
    const init: RequestInit = {
      method: operation.method,
      headers: { ...headers, ...authHeaders },
      // Following a redirect would send the token to its target.
      redirect: 'manual',
      signal,
      // Some frameworks cache `fetch`. On platforms without the `cache` option, setting it may throw.
      ...('cache' in Request.prototype && { cache: 'no-store' }),
    }
    if (body) init.body = body
    const response = await deadline.race(
      () => (settings.fetch ?? globalThis.fetch)(baseUrl + path + query, init),
      () => new Refusal(502, 'upstream_unreachable'),
    )
    if (response.status !== 401) return { response, authHeaders }
    cancelBody(response)
    const again = mayRepeat && (await deadline.race(() => auth.refused?.(audience, authHeaders), authFailed))
    if (!again) throw new Refusal(502, 'upstream_refused')
  }
}

/** Hides the cause, which names the client, from the page: only `Retry-After` is passed on. */
function authFailed(error: unknown): Refusal {
  const seconds = Math.ceil(Number((error as { readonly retryAfterMs?: unknown } | undefined)?.retryAfterMs) / 1000)
  const headers = seconds >= 0 && seconds < 1e9 ? { 'retry-after': String(seconds) } : undefined
  return new Refusal(headers ? 503 : 502, 'auth_failed', headers)
}
