import { isHtml, unquote } from './error-body.ts'
import { type CallInfo, MalformedResponseError, NetworkError } from './errors.ts'
import { parseJson } from './json.ts'
import type { Route } from './operation.ts'
import { readBounded } from './read-body.ts'

/** Reads the body of a successful answer as its route says. */
export async function readAnswer(api: string, route: Route, call: CallInfo, response: Response): Promise<unknown> {
  const { status } = response
  const contentType = response.headers.get('content-type') ?? ''
  const malformed = (what: string): MalformedResponseError =>
    new MalformedResponseError(`${api} answered ${call.operation} with ${what}`, call, { status, contentType })

  if (route.answer === 'none' || status === 204 || status === 205) {
    // Read to its end, so that the connection can be used again.
    if (isHtml(contentType, await readBounded(response, 64 * 1024))) throw malformed(htmlPage)
    return undefined
  }
  let text: string
  try {
    text = await response.text()
  } catch (cause) {
    throw new NetworkError(`The answer of ${api} to ${call.operation} broke off`, call, { cause })
  }
  if (isHtml(contentType, text)) throw malformed(htmlPage)
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
