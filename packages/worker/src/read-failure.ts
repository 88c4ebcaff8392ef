/** The members of a client's error that the worker reads. */
interface CallFailure {
  readonly name?: unknown
  readonly code?: unknown
  readonly status?: unknown
  readonly retryAfterMs?: unknown
}

const read = (error: unknown): CallFailure => Object(error)

/** Returns the HTTP status of the response; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  const { status } = read(error)
  return typeof status === 'number' ? status : undefined
}

/** Returns `Retry-After` in milliseconds. */
export function retryAfterOf(error: unknown): number | undefined {
  const { retryAfterMs } = read(error)
  return typeof retryAfterMs === 'number' && retryAfterMs > 0 ? retryAfterMs : undefined
}

/**
 * True if the job no longer belongs to this worker: another one finished it after its timeout, or its process instance
 * was canceled.
 */
export function isGone(error: unknown): boolean {
  const status = statusOf(error)
  // A 404 of a server without the endpoint says nothing about the job.
  return (status === 404 && read(error).name !== 'NotServedError') || status === 409
}

/**
 * True if retrying soon does not help: credentials, permissions, address or request are wrong. They may be fixed while
 * the worker runs, so it continues slowly.
 */
export function isRejected(error: unknown): boolean {
  const status = statusOf(error) ?? 0
  const isUnsent = ['request_invalid', 'config_invalid'].includes(String(read(error).code))
  return isUnsent || (status >= 400 && status < 500 && ![408, 425, 429].includes(status))
}

/** True if the request will never succeed, whatever the credentials. */
export function isInvalid(error: unknown): boolean {
  return isRejected(error) && ![401, 403].includes(statusOf(error) ?? 0)
}

/** True if the server may have carried out a command whose response was lost. */
export function mayBeDone(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status >= 500
}
