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
  { baseUrl, userAgent, writeForm, readBytes }: Settings,
  route: Route,
  input: CallInput,
  options: CallOptions,
): PreparedRequest {
  const { params, query, form } = input
  // Also one that is missing, which only its writer rejects.
  const isForm = 'form' in input
  expectOption(writeForm || !isForm, 'writeForm', `set: ${route.id} sends a form`)
  expectOption(readBytes || route.answer !== 'bytes', 'readBytes', `set: ${route.id} returns bytes`)
  const json = input.body === undefined ? undefined : stringifyJson(input.body)
  const body = isForm ? writeForm?.(form as object, route.id) : json
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

/** Pages and their workers have a location with an origin. There a `user-agent` would cost a preflight that fails. */
function isBrowser(): boolean {
  return typeof (globalThis as { location?: { origin?: unknown } }).location?.origin === 'string'
}
