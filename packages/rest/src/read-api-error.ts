import {
  ApiError,
  ConflictError,
  type ErrorResponse,
  type FailedCall,
  NotServedError,
  RateLimitedError,
  RedirectError,
} from './api-error.ts'
import { parseUrl } from './base-url.ts'
import { readBody } from './body-text.ts'
import type { FetchHeaders, FetchResponse } from './options.ts'
import { readProblem } from './problem.ts'
import type { Redact } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Lifetime } from './route.ts'
import type { Settings } from './settings.ts'

/** More of an error's body is never read. */
const errorBodyLimit = 64 * 1024

/** Creates the error of a response that is not success. */
export async function readApiError(
  { api, explain, isNotServed }: Settings,
  { call, route }: PreparedRequest,
  response: FetchResponse,
  retryAfterMs: number | undefined,
  redact: Redact,
): Promise<ApiError> {
  const { status, headers } = response
  // What breaks off half-way is better than nothing here.
  const { text } = await readBody(response, errorBodyLimit)
  const answer: ErrorResponse = {
    status,
    ...readProblem(headers.get('content-type') ?? '', text, redact),
    requestId: requestId(headers, redact),
    retryAfterMs,
  }
  if (isRedirect(response)) {
    const location = redirectTarget(response, call.url, redact)
    const message = `${api} redirects ${call.operation} (${status}) to ${location ?? 'another address'}. Set \`baseUrl\` to the final address`
    return new RedirectError(message, call, { ...answer, location })
  }
  const about = meaning[status] ?? (status < 500 ? 'bad request' : 'server error')
  const message = `${api} answered ${status} (${about}) to ${call.operation}`
  const failure: FailedCall = { ...call, ...answer }
  const notServed = status === 404 && isNotServed?.(failure)
  const hint = explain?.(failure) ?? (notServed && 'this server does not have it. Check `baseUrl` and its version')
  const explained = (message: string): string => (hint ? `${message}: ${hint}` : message)
  if (notServed) {
    const { since, until } = route
    return new NotServedError(explained(message) + versions(route), call, { ...answer, since, until })
  }
  if (status === 429) return new RateLimitedError(explained(message), call, answer)
  return new (status === 409 ? ConflictError : ApiError)(explained(message), call, answer)
}

/** The versions of Camunda that have an operation, for a message. */
function versions({ since, until }: Lifetime): string {
  const limits = [since && `from ${since}`, until && `up to ${until}`].filter(Boolean)
  return limits.length > 0 ? `. Camunda has it ${limits.join(' ')}` : ''
}

/** Also a redirect that a `fetch` followed although it was told not to: its response is that of another request. */
export function isRedirect({ status, type, redirected = false }: FetchResponse): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)
}

function redirectTarget(response: FetchResponse, base: string, redact: Redact): string | undefined {
  const target = response.redirected ? response.url : response.headers.get('location')
  const url = target ? parseUrl(target, base) : undefined
  return url && redact(url.origin + url.pathname).slice(0, 200)
}

/** The statuses that need other things done about them; the rest is a matter of the two sides. */
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
