import { ApiError, ConflictError, type ErrorAnswer, RateLimitedError } from './api-error.ts'
import { readProblem } from './error-body.ts'
import type { CallInfo } from './errors.ts'
import { readBounded } from './read-body.ts'

/** More of an error's body is never read. */
const errorBodyLimit = 64 * 1024

/** Makes the error of an answer that is not success. */
export async function readApiError(options: {
  readonly api: string
  readonly call: CallInfo
  readonly response: Response
  readonly retryAfterMs: number | undefined
  /** Header values that must not come back in the text of a server that echoes them. */
  readonly secrets: readonly string[]
  readonly explain: ((error: ApiError) => string | undefined) | undefined
}): Promise<ApiError> {
  const { api, call, response, retryAfterMs, secrets, explain } = options
  const { status, headers } = response
  const text = redact(await readBounded(response, errorBodyLimit), secrets)
  const answer: ErrorAnswer = {
    status,
    ...readProblem(headers.get('content-type') ?? '', text),
    requestId: requestId(headers),
  }
  const about = meaning[status] ?? (status < 500 ? 'bad request' : 'server error')
  const message = `${api} answered ${status} (${about}) to ${call.operation}`
  const make = (message: string): ApiError => {
    if (status === 429) return new RateLimitedError(message, call, answer, retryAfterMs)
    return status === 409 ? new ConflictError(message, call, answer) : new ApiError(message, call, answer)
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

function requestId(headers: Headers): string | undefined {
  for (const name of [
    'x-request-id',
    'x-correlation-id',
    'request-id',
    'traceparent',
    'x-cloud-trace-context',
    'cf-ray',
  ]) {
    const value = headers.get(name)
    if (value) return value.slice(0, 200)
  }
  return undefined
}

function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    // The scheme ("Bearer") is no secret, but what follows is one without it too.
    for (const part of [secret, ...secret.split(' ')])
      if (part.length >= 8) clean = clean.replaceAll(part, '[redacted]')
  }
  return clean
}
