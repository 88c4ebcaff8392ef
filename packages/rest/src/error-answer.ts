import { ApiError, ConflictError, type ErrorAnswer, RateLimitedError } from './api-error.ts'
import { readProblem } from './error-body.ts'
import type { CallInfo } from './errors.ts'
import { readBounded } from './read-body.ts'
import { type Redact, redactor } from './redact.ts'

/** More of an error's body is never read. */
const errorBodyLimit = 64 * 1024

/** Makes the error of an answer that is not success. */
export async function readApiError(options: {
  readonly api: string
  readonly call: CallInfo
  readonly response: Response
  readonly retryAfterMs: number | undefined
  /** Headers and body that were sent: a server that echoes a secret in them must not bring it into the error. */
  readonly sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string | undefined }
  readonly explain: ((error: ApiError) => string | undefined) | undefined
}): Promise<ApiError> {
  const { api, call, response, retryAfterMs, sent, explain } = options
  const { status, headers } = response
  const redact = redactor(sent.headers, sent.body)
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
