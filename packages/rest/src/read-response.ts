import { isHtml, readBody, unquote } from './body-text.ts'
import { MalformedResponseError } from './errors.ts'
import { parseJson as parseKeys } from './json.ts'
import { networkError } from './network-failure.ts'
import type { FetchResponse } from './options.ts'
import type { Redact } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/** Creates the errors of a successful response that cannot be read. */
export interface ResponseErrors {
  malformed(what: string): Error
  tooLarge(): Error
  brokenOff(error: unknown): Error
}

export function responseErrors(
  { api, maxResponseBytes }: Settings,
  { route, call }: PreparedRequest,
  { status, headers }: FetchResponse,
  redact: Redact,
): ResponseErrors {
  const malformed = (what: string): Error =>
    new MalformedResponseError(`${api} answered ${route.id} with ${what}`, call, {
      status,
      contentType: redact(headers.get('content-type') ?? '').slice(0, 200),
    })
  return {
    malformed,
    tooLarge: () => malformed(`more than \`maxResponseBytes\` (${maxResponseBytes}). Raise it or request less`),
    brokenOff: (error) => networkError(`The response of ${api} to ${route.id} broke off`, call, error, redact),
  }
}

/** Reads the body of a successful response as its route says. */
export async function readResponse(
  { maxResponseBytes, parseJson = parseKeys }: Settings,
  { route }: PreparedRequest,
  response: FetchResponse,
  { malformed, tooLarge, brokenOff }: ResponseErrors,
): Promise<unknown> {
  const { status, headers } = response
  const empty = route.answer === 'none' || status === 204 || status === 205
  // An empty body is read too, so that the connection can be used again.
  const body = await readBody(response, empty ? 64 * 1024 : maxResponseBytes)
  if (body.failure && !empty) throw brokenOff(body.failure.error)
  if (isHtml(headers.get('content-type') ?? '', body.text)) throw malformed(htmlPage)
  if (empty) return undefined
  if (body.tooLarge) throw tooLarge()
  if (route.answer === 'text') return unquote(body.text)
  if (body.text === '') throw malformed('success, but with an empty body')
  try {
    return parseJson(body.text)
  } catch {
    // Without the parser's own error as cause: it quotes the text.
    throw malformed('success, but not with JSON')
  }
}

const htmlPage =
  'an HTML page instead of data: a proxy or a login page is in between, or `baseUrl` is not that of the API'
