import { stringifyExact } from '../exact-json.ts'

/** An error in Operate's format. `type` is text, not a URI. */
export class OperateError extends Error {
  override name = 'OperateError'
  readonly status: number
  readonly type: string

  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

/** An invalid size, date, key or body, or a change that is not allowed. */
export const invalidRequest = (message: string): OperateError => new OperateError(400, 'Invalid request', message)

/** A sort or `searchAfter` that does not match the entity. */
export const dataInvalid = (message: string): OperateError => new OperateError(400, 'Data invalid', message)

export const notFound = (message: string): OperateError =>
  new OperateError(404, 'Requested resource not found', message)

/** The type is the name of the server's exception. */
export const accessDenied = (): OperateError => new OperateError(403, 'AccessDeniedException', 'Access Denied')

/** An error of the search database, which the server reports as its own. */
export const searchFailed = (message: string): OperateError => new OperateError(500, 'API application error', message)

export function errorResponse({ status, type, message }: OperateError): Response {
  const instance = crypto.randomUUID()
  return new Response(stringifyExact({ status, message, instance, type }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
}
