/** What the worker reads of the error of a call, whatever client threw it. */
interface CallFailure {
  readonly name?: unknown
  readonly code?: unknown
  readonly status?: unknown
  readonly retryAfterMs?: unknown
}

const read = (error: unknown): CallFailure => Object(error)

/** HTTP status of the response; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  const { status } = read(error)
  return typeof status === 'number' ? status : undefined
}

/** How long the server asks to wait. */
export function retryAfterOf(error: unknown): number | undefined {
  const { retryAfterMs } = read(error)
  return typeof retryAfterMs === 'number' && retryAfterMs > 0 ? retryAfterMs : undefined
}

/** The job is no longer this worker's: another one finished it after its timeout, or its process instance was canceled. */
export function isGone(error: unknown): boolean {
  const status = statusOf(error)
  // A server without the endpoint says nothing about the job.
  return (status === 404 && read(error).name !== 'NotServedError') || status === 409
}

/** The request as it is will never succeed. */
export function isInvalid(error: unknown): boolean {
  const { code } = read(error)
  return [400, 405, 413, 414, 415, 422].includes(statusOf(error) ?? 0) || isUnsent(code)
}

/**
 * Polling again at once is of no use: credentials, permissions, address or request are wrong. Somebody may put that right
 * while the worker runs, so it goes on slowly.
 */
export function isRejected(error: unknown): boolean {
  const status = statusOf(error) ?? 0
  return (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) || isUnsent(read(error).code)
}

/** The server may have carried out a command although its response was lost. */
export function mayBeDone(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status >= 500
}

function isUnsent(code: unknown): boolean {
  return code === 'request_invalid' || code === 'config_invalid'
}
