import { json } from '../responses.ts'

/** Thrown by an operation to answer with an error. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number

  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

export const notFound = (what: string, id: string): Problem => new Problem(404, `${what} ${id} was not found.`)

/** @param errors - in the server's words, for example `name: 'must not be blank'`. */
export const validationFailed = (errors: readonly string[]): Problem =>
  new Problem(400, `Request validation failed with the following errors: [${errors.join(', ')}].`)

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
}

/** Web Modeler's errors: the members of a problem document (RFC 9457), sent as plain JSON. */
export function problemResponse(
  { status, message }: Problem,
  instance: string,
  headers: Record<string, string> = {},
): Response {
  return json(status, { type: 'about:blank', title: TITLES[status], status, detail: message, instance }, headers)
}
