import {
  ApiError,
  ConflictError,
  type FailedCall,
  NotServedError,
  RateLimitedError,
  RedirectError,
} from './api-error.ts'
import { parseUrl } from './base-url.ts'
import { readBody, shortBody } from './body-text.ts'
import type { FetchHeaders, FetchResponse } from './options.ts'
import { readProblem } from './problem.ts'
import type { Redact } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Lifetime } from './route.ts'
import type { Settings } from './settings.ts'

/** Creates the error of a response with an error status. */
export async function readApiError(
  { api, explain, isNotServed }: Settings,
  { call, route }: PreparedRequest,
  response: FetchResponse,
  retryAfterMs: number | undefined,
  redact: Redact,
): Promise<ApiError> {
  const { status, headers } = response
  // Part of a body is better than nothing here.
  const { text } = await readBody(response, shortBody)
  const failure: FailedCall = {
    ...call,
    status,
    ...readProblem(headers, text, redact),
    requestId: requestId(headers, redact),
    retryAfterMs,
  }
  if (isRedirect(response)) {
    const location = redirectTarget(response, call.url, redact)
    const message = `${api} redirects ${call.operation} (${status}) to ${location ?? 'another address'}. Set \`baseUrl\` to the final address`
    return new RedirectError(message, call, { ...failure, location })
  }
  const what = meaning[status] ?? (status < 500 ? 'bad request' : 'server error')
  const notServed = status === 404 && isNotServed?.(failure)
  const hint = explain?.(failure) ?? (notServed && 'this server does not have it. Check `baseUrl` and its version')
  const message = `${api} returned ${status} (${what}) for ${call.operation}${hint ? `: ${hint}` : ''}`
  if (notServed) {
    const { since, until } = route
    return new NotServedError(message + versions(route), call, { ...failure, since, until })
  }
  return new (status === 429 ? RateLimitedError : status === 409 ? ConflictError : ApiError)(message, call, failure)
}

/** The versions of Camunda that have an operation, for a message. */
function versions({ since, until }: Lifetime): string {
  const limits = (since ? ` from ${since}` : '') + (until ? ` up to ${until}` : '')
  return limits && `. Camunda has it${limits}`
}

/**
 * Also true for a redirect that a `fetch` followed despite `redirect: 'manual'`: the response is that of another
 * request.
 */
export function isRedirect({ status, type, redirected = false }: FetchResponse): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)
}

function redirectTarget(response: FetchResponse, base: string, redact: Redact): string | undefined {
  const target = response.redirected ? response.url : response.headers.get('location')
  const url = target ? parseUrl(target, base) : undefined
  return url && redact(url.origin + url.pathname).slice(0, 200)
}

/** Statuses with a meaning of their own; all others are client or server errors. */
const meaning: Readonly<Record<number, string>> = {
  304: 'not modified',
  401: 'not authenticated',
  403: 'not allowed',
  404: 'not found',
  409: 'conflict',
  429: 'too many requests',
}

const requestIdHeaders = [
  'x-request-id',
  'x-correlation-id',
  'request-id',
  'traceparent',
  'x-cloud-trace-context',
  'cf-ray',
]

function requestId(headers: FetchHeaders, redact: Redact): string | undefined {
  const id = requestIdHeaders.map((name) => headers.get(name)).find(Boolean)
  return id ? redact(id).slice(0, 200) : undefined
}
