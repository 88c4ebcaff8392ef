import type { ErrorResponse } from './api-error.ts'
import type { Deadline } from './deadline.ts'
import { RestError } from './errors.ts'
import { readHeaders } from './headers.ts'
import { networkError, wasUnsent } from './network-failure.ts'
import { isRedirect, readApiError } from './read-api-error.ts'
import { readResponse } from './read-response.ts'
import { redactor } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import { isRepeatable, isWorthRetry, type RetryPolicy, readRetryAfter, retryDelayMs } from './retry.ts'
import { sendRequest } from './send-request.ts'
import type { Settings } from './settings.ts'
import { longestTimer } from './sleep.ts'

/**
 * Sends a request and reads the response. A 401 renews the authentication once; requests that are safe to repeat are
 * retried as long as the policy and the deadline allow.
 *
 * Its caller stops waiting at the deadline. After that, no other step may follow, even if an authenticator or a `fetch`
 * ignores the signal, so the signal is checked after each wait.
 */
export async function sendWithRetries(
  settings: Settings,
  request: PreparedRequest,
  policy: RetryPolicy,
  deadline: Deadline,
  progress: { attempt: number },
): Promise<unknown> {
  const { api, auth, audience, emit, now, random, sleep } = settings
  const { route, call } = request
  const { signal } = deadline
  const authenticated = route.authenticated !== false
  let retries = 0
  let renewed = false
  for (;;) {
    const attempt = ++progress.attempt
    let given: Record<string, string> = {}
    try {
      given = await auth.headers(audience, { signal })
    } catch (error) {
      if (authenticated || signal.aborted) throw error
    }
    signal.throwIfAborted()
    const authHeaders = readHeaders(given, refuseAuthHeader)
    const headers = { ...request.headers, ...authHeaders }
    const redact = redactor(authHeaders, request.headers, typeof request.body === 'string' ? request.body : undefined)
    const begin = now()
    emit?.({ type: 'request', ...call, attempt })

    let failure: Error & Partial<ErrorResponse>
    let status: number | undefined
    let unsent: boolean | undefined
    try {
      const response = await sendRequest(settings, request, headers, signal)
      signal.throwIfAborted()
      status = response.status
      emit?.({ type: 'response', ...call, attempt, status, durationMs: now() - begin })
      if (response.ok && !isRedirect(response)) return readResponse(settings, request, response, redact, deadline)
      failure = await readApiError(settings, request, response, readRetryAfter(response.headers, now), redact)
      signal.throwIfAborted()
      if (status === 401 && authenticated && !renewed && auth.refused) {
        renewed = await auth.refused(audience, given)
        signal.throwIfAborted()
        emit?.({ type: 'auth_refused', ...call, attempt, renewed })
        if (renewed) continue
      }
      if (!isWorthRetry(route, status, failure)) throw failure
    } catch (cause) {
      if (signal.aborted || status !== undefined) throw cause
      failure = networkError(`${api} could not be reached for ${route.id}`, call, cause, redact)
      unsent = wasUnsent(cause)
      if (!unsent && !isRepeatable(route)) throw failure
    }

    const delayMs = retryDelayMs(policy, retries, failure.retryAfterMs, random, unsent)
    // There is no point in waiting for an attempt after the deadline, or longer than a timer can.
    if (retries >= policy.limit || !(delayMs < Math.min(deadline.remaining(), longestTimer))) throw failure
    retries++
    emit?.({ type: 'retry', ...call, attempt, status, delayMs })
    await sleep(delayMs, signal)
    signal.throwIfAborted()
  }
}

function refuseAuthHeader(problem: string, name?: string): never {
  throw new RestError('config_invalid', `The authenticator's headers: ${name ? `\`${name}\`` : 'one'} ${problem}`)
}
