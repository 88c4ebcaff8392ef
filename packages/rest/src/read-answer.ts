import { isHtml, unquote } from './error-body.ts'
import { MalformedResponseError, NetworkError } from './errors.ts'
import { parseJson as parseKeys } from './json.ts'
import { readNetworkFailure } from './network-failure.ts'
import { readBody } from './read-body.ts'
import type { Redact } from './redact.ts'
import type { PreparedRequest } from './request.ts'
import type { Settings } from './settings.ts'

/** Reads the body of a successful response as its route says. */
export async function readAnswer(
  { api, maxResponseBytes, parseJson = parseKeys }: Settings,
  { route, call }: PreparedRequest,
  response: Response,
  redact: Redact,
): Promise<unknown> {
  const { status } = response
  const contentType = response.headers.get('content-type') ?? ''
  const malformed = (what: string): MalformedResponseError =>
    new MalformedResponseError(`${api} answered ${route.id} with ${what}`, call, {
      status,
      contentType: redact(contentType).slice(0, 200),
    })

  const empty = route.answer === 'none' || status === 204 || status === 205
  // An empty body is read too, so that the connection can be used again.
  const { text, tooLarge, failure } = await readBody(response, empty ? 64 * 1024 : maxResponseBytes)
  if (failure && !empty) {
    const { summary, ...reason } = readNetworkFailure(failure.error, redact)
    throw new NetworkError(`The response of ${api} to ${route.id} broke off (${summary})`, call, reason)
  }
  if (isHtml(contentType, text)) throw malformed(htmlPage)
  if (empty) return undefined
  if (tooLarge) throw malformed(`more than \`maxResponseBytes\` (${maxResponseBytes}). Raise it or request less`)
  if (route.answer === 'text') return unquote(text)
  if (text === '') throw malformed('success, but with an empty body')
  try {
    return parseJson(text)
  } catch {
    // Without the parser's own error as cause: it quotes the text.
    throw malformed('success, but not with JSON')
  }
}

const htmlPage =
  'an HTML page instead of data: a proxy or a login page is in between, or `baseUrl` is not that of the API'
