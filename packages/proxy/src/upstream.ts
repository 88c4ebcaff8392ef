import type { Deadline } from './deadline.ts'
import type { ProxiedOperation } from './operation.ts'
import type { ApiSettings, Settings } from './options.ts'
import { Refusal } from './refusal.ts'

/** One request to Camunda, without what authenticates it. */
export interface UpstreamRequest {
  /** Made of the configuration and of checked, newly encoded parts. */
  readonly url: string
  readonly operation: ProxiedOperation
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/**
 * Sends a request with the proxy's credential. A 401 asks the authenticator for another one, once.
 *
 * @throws Refusal
 */
export async function sendUpstream(
  settings: Settings,
  api: ApiSettings,
  request: UpstreamRequest,
  deadline: Deadline,
): Promise<Response> {
  const { auth, audience } = api
  const authenticated = request.operation.authenticated !== false
  for (let attempt = 1; ; attempt++) {
    const authHeaders = authenticated ? await authenticate(api, deadline) : {}
    const response = await send(settings, request, authHeaders, deadline)
    if (response.status !== 401) return response
    void response.body?.cancel().catch(() => {})
    if (!authenticated || attempt > 1 || !auth.refused) throw new Refusal(502, 'upstream_refused')
    let renewed = false
    try {
      renewed = await deadline.race(auth.refused(audience, authHeaders))
    } catch (error) {
      throw authFailure(error, deadline)
    }
    if (!renewed) throw new Refusal(502, 'upstream_refused')
  }
}

async function authenticate({ auth, audience }: ApiSettings, deadline: Deadline): Promise<Record<string, string>> {
  try {
    return await deadline.race(auth.headers(audience, { signal: deadline.signal }))
  } catch (error) {
    throw authFailure(error, deadline)
  }
}

/** Says nothing of what went wrong, which names the client: only when it is worth to come back. */
function authFailure(error: unknown, { signal }: Deadline): unknown {
  if (signal.aborted) return signal.reason
  const retryAfterMs = (error as { readonly retryAfterMs?: unknown } | undefined)?.retryAfterMs
  if (typeof retryAfterMs !== 'number') return new Refusal(502, 'auth_failed')
  return new Refusal(503, 'auth_failed', { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) })
}

async function send(
  settings: Settings,
  { url, operation, headers, body }: UpstreamRequest,
  authHeaders: Record<string, string>,
  deadline: Deadline,
): Promise<Response> {
  const { signal } = deadline
  const init: RequestInit = {
    method: operation.method,
    headers: { ...headers, ...authHeaders },
    // Followed, it would carry the token to wherever it points.
    redirect: 'manual',
    signal,
  }
  if (body) init.body = body
  try {
    return await deadline.race((settings.fetch ?? globalThis.fetch)(url, init))
  } catch {
    throw signal.aborted ? signal.reason : new Refusal(502, 'upstream_unreachable')
  }
}
