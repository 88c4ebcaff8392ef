import { json } from './responses.ts'

/** Thrown by an operation to return an error. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  /** The reason as a code, if the API has one in addition to the status. */
  readonly title: string | undefined

  constructor(status: number, detail: string, title?: string) {
    super(detail)
    this.status = status
    this.title = title
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
}

/** A problem document (RFC 9457). Products that send it as plain JSON pass that media type. */
export function problemResponse(
  { status, message, title = TITLES[status] }: Problem,
  instance: string,
  headers: Record<string, string> = {},
): Response {
  const document = { type: 'about:blank', title, status, detail: message, instance }
  return json(status, document, { 'content-type': 'application/problem+json', ...headers })
}
