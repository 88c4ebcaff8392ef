import type { CallInfo } from './errors.ts'
import { expandPath } from './expand-path.ts'
import { readHeaders } from './headers.ts'
import { stringifyJson } from './json.ts'
import type { Route } from './operation.ts'
import type { CallOptions } from './options.ts'
import { queryString } from './query-string.ts'
import type { Settings } from './settings.ts'
import { ValidationError } from './validation-error.ts'

/** What goes into one call. */
export interface CallInput {
  /** Path parameters in the order of the path. */
  readonly params?: readonly string[] | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

/** One call, checked and written out; each try adds the headers of the authenticator. */
export interface PreparedRequest {
  readonly route: Route
  readonly call: CallInfo
  /** With query. */
  readonly url: string
  readonly body: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** @throws `ValidationError` with code `request_invalid`. */
export function prepareRequest(
  { baseUrl, check, userAgent }: Settings,
  route: Route,
  input: CallInput,
  options: CallOptions,
): PreparedRequest {
  const params = check && input.params ? (check(route, 'params', input.params) as readonly string[]) : input.params
  const query = check && input.query ? (check(route, 'query', input.query) as object) : input.query
  const value = check ? check(route, 'body', input.body) : input.body
  const body = value === undefined ? undefined : stringifyJson(value)
  const url = baseUrl + expandPath(route.path, params, route.id)
  const headers: Record<string, string> = { accept: route.answer === 'text' ? '*/*' : 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (userAgent && !isBrowser()) headers['user-agent'] = userAgent
  const own = readHeaders(options.headers ?? {}, (message, path = '') => {
    throw new ValidationError(route.id, 'headers', [{ path, message }])
  })
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
