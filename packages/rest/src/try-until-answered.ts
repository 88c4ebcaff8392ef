import type { Deadline } from './deadline.ts'
import { RestError } from './errors.ts'
import { readHeaders } from './headers.ts'
import { networkError, wasUnsent } from './network-failure.ts'
import type { FetchResponse } from './options.ts'
import { isRedirect, readApiError } from './read-api-error.ts'
import { type Redact, redactor } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import { isRepeatable, isWorthRetry, type RetryPolicy, readRetryAfter, retryDelayMs } from './retry.ts'
import { sendRequest } from './send-request.ts'
import type { Settings } from './settings.ts'
import { longestTimer } from './sleep.ts'

/** A successful response, its body unread, and what keeps the secrets of its request out of errors. */
export interface Answered {
  readonly response: FetchResponse
  readonly redact: Redact
}

/**
 * Sends a request until the server responds with success. A 401 renews the authentication once; what is safe to repeat is
 * retried as long as the policy and the deadline allow.
 *
 * Its caller stops waiting at the deadline. What comes later, also of an authenticator or a `fetch` that does not listen to
 * the signal, must not be followed by another step, so each wait is followed by a look at the signal.
 */
export async function tryUntilAnswered(
  settings: Settings,
  request: PreparedRequest,
  policy: RetryPolicy,
  deadline: Deadline,
  progress: { attempt: number },
): Promise<Answered> {
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

    let failure: Error
    let status: number | undefined
    let retryAfterMs: number | undefined
    try {
      const response = await sendRequest(settings, request, headers, signal)
      signal.throwIfAborted()
      status = response.status
      emit?.({ type: 'response', ...call, attempt, status, durationMs: now() - begin })
      if (response.ok && !isRedirect(response)) return { response, redact }
      retryAfterMs = readRetryAfter(response.headers, now)
      failure = await readApiError(settings, request, response, retryAfterMs, redact)
      signal.throwIfAborted()
      if (status === 401 && authenticated && !renewed && auth.refused) {
        renewed = await auth.refused(audience, given)
        signal.throwIfAborted()
        emit?.({ type: 'auth_refused', ...call, attempt, renewed })
        if (renewed) continue
      }
      if (!isWorthRetry(route, status, retryAfterMs)) throw failure
    } catch (cause) {
      if (signal.aborted || status !== undefined) throw cause
      failure = networkError(`${api} could not be reached for ${route.id}`, call, cause, redact)
      if (!wasUnsent(cause) && !isRepeatable(route)) throw failure
    }

    const delayMs = retryDelayMs(policy, retries, retryAfterMs, random)
    // There is no point in waiting for a try that the deadline cuts off, and longer than a timer can.
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
