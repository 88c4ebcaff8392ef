import { type CallInfo, expectOption } from './errors.ts'
import { expandPath } from './expand-path.ts'
import { readHeaders } from './headers.ts'
import { stringifyJson } from './json.ts'
import type { CallOptions } from './options.ts'
import { queryString } from './query-string.ts'
import type { Route } from './route.ts'
import type { Settings } from './settings.ts'
import { refusePart } from './validation-error.ts'

/** What goes into one call. */
export interface CallInput {
  /** Path parameters in the order of the path. */
  readonly params?: readonly unknown[] | undefined
  readonly query?: object | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as multipart/form-data, a part for each member. */
  readonly form?: object | undefined
}

/** One call, checked and written out; each try adds the headers of the authenticator. */
export interface PreparedRequest {
  readonly route: Route
  readonly call: CallInfo
  /** With query. */
  readonly url: string
  readonly body: string | FormData | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** @throws `ValidationError` with code `request_invalid`. */
export function prepareRequest(
  settings: Settings,
  route: Route,
  input: CallInput,
  options: CallOptions,
): PreparedRequest {
  const { baseUrl, userAgent } = settings
  const { params, query } = input
  const body = writeBody(settings, route, input)
  const url = baseUrl + expandPath(route.path, params, route.id)
  const headers: Record<string, string> = { accept: /text|bytes/.test(route.answer ?? '') ? '*/*' : 'application/json' }
  // The content type of a form has a boundary, which fetch adds.
  if (typeof body === 'string') headers['content-type'] = 'application/json'
  if (userAgent && !isBrowser()) headers['user-agent'] = userAgent
  const own = readHeaders(options.headers ?? {}, (message, path = '') => refusePart(route.id, 'headers', path, message))
  return {
    route,
    call: { operation: route.id, method: route.method, url },
    url: url + queryString(query),
    body,
    headers: { ...headers, ...own },
  }
}

function writeBody(
  { writeForm, readBytes }: Settings,
  { id, answer }: Route,
  input: CallInput,
): string | FormData | undefined {
  // Also one that is missing, which only its writer rejects.
  const isForm = 'form' in input
  expectOption(writeForm || !isForm, 'writeForm', `set: ${id} sends a form`)
  expectOption(readBytes || answer !== 'bytes', 'readBytes', `set: ${id} returns bytes`)
  try {
    if (isForm) return writeForm?.(input.form as object, id)
    return input.body === undefined ? undefined : stringifyJson(input.body)
  } catch (error) {
    // Variables of a process may be anything, so no schema has looked into them.
    const isCyclic = error instanceof TypeError && /circular|cyclic/i.test(error.message)
    if (!isCyclic && !(error instanceof RangeError)) throw error
    const message = isCyclic ? 'must not contain itself' : 'is too large or too deep for JSON'
    return refusePart(id, isForm ? 'form' : 'body', '', message)
  }
}

/** Pages and their workers have a location with an origin. There a `user-agent` would cost a preflight that fails. */
function isBrowser(): boolean {
  return typeof (globalThis as { location?: { origin?: unknown } }).location?.origin === 'string'
}
