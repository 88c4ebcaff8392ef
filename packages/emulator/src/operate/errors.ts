import { stringifyExact } from '../exact-json.ts'

/** A refusal as Operate words it; `type` is words, not a URI. */
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

/** A size, date, key or body that cannot be read, or a change that is not allowed. */
export const invalidRequest = (message: string): OperateError => new OperateError(400, 'Invalid request', message)

/** A sort or a `searchAfter` that does not fit the entity. */
export const dataInvalid = (message: string): OperateError => new OperateError(400, 'Data invalid', message)

export const notFound = (message: string): OperateError =>
  new OperateError(404, 'Requested resource not found', message)

/** Here the type is the name of the server's exception. */
export const accessDenied = (): OperateError => new OperateError(403, 'AccessDeniedException', 'Access Denied')

/** What the search database refuses, the server reports as its own fault. */
export const searchFailed = (message: string): OperateError => new OperateError(500, 'API application error', message)

export function errorResponse({ status, type, message }: OperateError): Response {
  const instance = crypto.randomUUID()
  return new Response(stringifyExact({ status, message, instance, type }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
}
