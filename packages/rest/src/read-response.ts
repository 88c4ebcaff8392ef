import { isHtml, readBody, shortBody, unquote } from './body-text.ts'
import type { Deadline } from './deadline.ts'
import { MalformedResponseError } from './errors.ts'
import { networkError } from './network-failure.ts'
import type { FetchResponse } from './options.ts'
import type { Redact } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/** What reading the body of a successful response needs. */
export interface ResponseErrors {
  /** Maximum size of a body, in bytes. */
  readonly limit: number
  tooLarge(): Error
  brokenOff(error: unknown): Error
}

/** Reads the body of a successful response in the format of its route. */
export async function readResponse(
  { api, maxResponseBytes, parseJson = JSON.parse }: Settings,
  { route, call, formats }: PreparedRequest,
  response: FetchResponse,
  redact: Redact,
  deadline: Deadline,
): Promise<unknown> {
  const { status, headers } = response
  const { id, returns, optional } = route
  const malformed = (what: string, hint = ''): Error =>
    new MalformedResponseError(`${api} returned ${what} for ${id}${hint}`, call, {
      status,
      contentType: redact(headers.get('content-type') ?? '').slice(0, 200),
    })
  const errors: ResponseErrors = {
    limit: maxResponseBytes,
    tooLarge: () => malformed(`more than \`maxResponseBytes\` (${maxResponseBytes})`, '. Raise it or request less'),
    brokenOff: (error) => networkError(`The response of ${api} to ${id} broke off`, call, error, redact),
  }
  if (returns === 'bytes') return formats?.readBytes?.(response, deadline, errors)
  const empty = returns === 'none' || (optional && (status === 204 || status === 205))
  if (empty && response.body === null) return undefined
  // An empty body is read as well, so that the connection can be reused.
  const { text, tooLarge, failure } = await readBody(response, empty ? shortBody : maxResponseBytes)
  if (failure && !empty) throw errors.brokenOff(failure.error)
  try {
    // Before anything else: reading the headers takes longer than parsing a small response.
    if (!empty && !tooLarge && returns !== 'text') return parseJson(text)
  } catch {
    // The error is thrown below, without the parser's own error as its cause: that one quotes the text.
  }
  if (isHtml(headers, text)) throw malformed('an HTML page instead of data', htmlHint)
  if (empty) return undefined
  if (tooLarge) throw errors.tooLarge()
  if (returns === 'text') return unquote(text)
  throw malformed(text ? 'invalid JSON' : 'an empty body')
}

const htmlHint = ': a proxy or login page, or `baseUrl` is wrong'
