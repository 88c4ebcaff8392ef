import { ApiError, ConflictError, type ErrorAnswer, RateLimitedError } from './api-error.ts'
import { readProblem } from './error-body.ts'
import { readBounded } from './read-body.ts'
import { type Redact, redactor } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/** More of an error's body is never read. */
const errorBodyLimit = 64 * 1024

/**
 * Makes the error of an answer that is not success. What the authenticator's headers and the request's body hold of
 * secrets stays out of it, should the server echo them.
 */
export async function readApiError(
  { api, explain }: Pick<Settings, 'api' | 'explain'>,
  { call, body }: Pick<PreparedRequest, 'call' | 'body'>,
  authHeaders: Readonly<Record<string, string>>,
  response: Response,
  retryAfterMs: number | undefined,
): Promise<ApiError> {
  const { status, headers } = response
  const redact = redactor(authHeaders, body)
  const text = await readBounded(response, errorBodyLimit)
  const answer: ErrorAnswer = {
    status,
    ...readProblem(headers.get('content-type') ?? '', text, redact),
    requestId: requestId(headers, redact),
  }
  const about = meaning[status] ?? (status < 500 ? 'bad request' : 'server error')
  const message = `${api} answered ${status} (${about}) to ${call.operation}`
  const make = (message: string): ApiError => {
    if (status === 429) return new RateLimitedError(message, call, answer, retryAfterMs)
    return new (status === 409 ? ConflictError : ApiError)(message, call, answer)
  }
  const error = make(message)
  const hint = explain?.(error)
  return hint ? make(`${message}: ${hint}`) : error
}

/** The statuses that need other things done about them; the rest is a matter of the two sides. */
const meaning: Readonly<Record<number, string>> = {
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

function requestId(headers: Headers, redact: Redact): string | undefined {
  const name = requestIdHeaders.find((name) => headers.get(name))
  return name && redact(headers.get(name) as string).slice(0, 200)
}
