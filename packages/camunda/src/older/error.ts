import { ApiError, type CallInfo, ConflictError, NotServedError } from '@x/rest'

/** The titles that v2 uses for these statuses of the older APIs. */
const titles: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'INVALID_STATE',
}

/**
 * Returns the error of an older API in the terms of v2: its title, and 409 if a task is in the wrong state for the
 * command.
 *
 * @param isCommand - True for a command on a task: the older API responds with 400 to a wrong state.
 */
export function readError(error: unknown, isCommand = false): unknown {
  // A missing API is a problem of the cluster, not of the request.
  if (!(error instanceof ApiError) || error instanceof NotServedError || !titles[error.status]) return error
  const status = isCommand && error.status === 400 ? 409 : error.status
  const { operation, method, url, detail, instance, requestId, retryAfterMs } = error
  const call: CallInfo = { operation, method, url }
  const kind = status === 409 ? ConflictError : ApiError
  const title = titles[status]
  return new kind(error.message, call, { status, title, detail, instance, requestId, retryAfterMs })
}
