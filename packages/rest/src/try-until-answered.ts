import type { Deadline } from './deadline.ts'
import { readApiError } from './error-answer.ts'
import { NetworkError } from './errors.ts'
import { type PreparedRequest, withAuthHeaders } from './request.ts'
import { isRepeatable, isWorthRetry, type RetryPolicy, readRetryAfter, retryDelayMs } from './retry.ts'
import { sendRequest } from './send-request.ts'
import type { Settings } from './settings.ts'

/**
 * Sends a request until the server answers with success, and gives that answer, its body unread. A 401 renews the
 * authentication once; what is safe to repeat is repeated as long as the policy and the deadline allow.
 */
export async function tryUntilAnswered(
  settings: Settings,
  request: PreparedRequest,
  policy: RetryPolicy,
  deadline: Deadline,
  progress: { attempt: number },
): Promise<Response> {
  const { api, auth, audience, emit, now, random, sleep } = settings
  const { route, call } = request
  const { signal } = deadline
  const authenticated = route.authenticated !== false
  let retries = 0
  let renewed = false
  for (;;) {
    const attempt = ++progress.attempt
    let authHeaders: Record<string, string> = {}
    try {
      authHeaders = await deadline.race(auth.headers(audience, { signal }))
    } catch (error) {
      if (authenticated || signal.aborted) throw error
    }
    const headers = withAuthHeaders(request.headers, authHeaders)
    const begin = now()
    emit?.({ type: 'request', ...call, attempt })

    let failure: Error
    let status: number | undefined
    let retryAfterMs: number | undefined
    try {
      const response = await deadline.race(sendRequest(settings, request, headers, signal))
      status = response.status
      emit?.({ type: 'response', ...call, attempt, status, durationMs: now() - begin })
      if (response.ok) return response
      retryAfterMs = readRetryAfter(response.headers, now)
      failure = await deadline.race(readApiError(settings, request, authHeaders, response, retryAfterMs))
      if (status === 401 && authenticated && !renewed && auth.refused) {
        renewed = await deadline.race(auth.refused(audience, authHeaders))
        emit?.({ type: 'auth_refused', ...call, attempt, renewed })
        if (renewed) continue
      }
      if (!isWorthRetry(route, status, retryAfterMs)) throw failure
    } catch (cause) {
      if (signal.aborted || status !== undefined) throw cause
      failure = new NetworkError(`${api} could not be reached for ${route.id}`, call, { cause })
      if (!isRepeatable(route)) throw failure
    }

    const delayMs = retryDelayMs(policy, retries, retryAfterMs, random)
    // Waiting for a try that the deadline cuts off helps nobody.
    if (retries >= policy.limit || delayMs >= deadline.remaining()) throw failure
    retries++
    emit?.({ type: 'retry', ...call, attempt, status, delayMs })
    await deadline.race(sleep(delayMs, signal))
  }
}
