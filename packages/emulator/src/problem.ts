import { json } from './responses.ts'

/** Thrown by an operation to answer with an error. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number

  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

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

/** A problem document (RFC 9457). Products that send it as plain JSON name that media type. */
export function problemResponse(
  { status, message }: Problem,
  instance: string,
  headers: Record<string, string> = {},
): Response {
  const document = { type: 'about:blank', title: TITLES[status], status, detail: message, instance }
  return json(status, document, { 'content-type': 'application/problem+json', ...headers })
}
