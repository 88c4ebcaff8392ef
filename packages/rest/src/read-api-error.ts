import {
  ApiError,
  ConflictError,
  type ErrorResponse,
  NotServedError,
  RateLimitedError,
  RedirectError,
} from './api-error.ts'
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
  }
  if (isRedirect(response)) {
    const location = redirectTarget(response, call.url, redact)
    const message = `${api} redirects ${call.operation} (${status}) to ${location ?? 'another address'}. Set \`baseUrl\` to the final address`
    return new RedirectError(message, call, { ...answer, location })
  }
  const about = meaning[status] ?? (status < 500 ? 'bad request' : 'server error')
  const message = `${api} answered ${status} (${about}) to ${call.operation}`
  let served = true
  const make = (message: string): ApiError => {
    if (!served) return new NotServedError(message + versions(route), call, answer, route)
    if (status === 429) return new RateLimitedError(message, call, answer, retryAfterMs)
    return new (status === 409 ? ConflictError : ApiError)(message, call, answer)
  }
  const error = make(message)
  served = !(status === 404 && isNotServed?.(error))
  const hint =
    explain?.(error) ?? (served ? undefined : 'this server does not have it. Check `baseUrl` and its version')
  return hint ? make(`${message}: ${hint}`) : error
}

/** The versions of Camunda that have an operation, for a message. */
function versions({ since, until }: Lifetime): string {
  if (!since && !until) return ''
  return `. Camunda has it ${[since && `from ${since}${until ? '' : ' on'}`, until && `up to ${until}`].filter(Boolean).join(' ')}`
}

/** Also a redirect that a `fetch` followed although it was told not to: its response is that of another request. */
export function isRedirect({ status, type, redirected = false }: FetchResponse): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)
}

function redirectTarget(response: FetchResponse, base: string, redact: Redact): string | undefined {
  const target = response.redirected ? response.url : response.headers.get('location')
  try {
    const { protocol, origin, pathname } = new URL(target as string, base)
    return target && /^https?:$/.test(protocol) ? redact(origin + pathname).slice(0, 200) : undefined
  } catch {
    return undefined
  }
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
  const name = requestIdHeaders.find((name) => headers.get(name))
  return name && redact(headers.get(name) as string).slice(0, 200)
}
