import { type CallInfo, RestError } from './errors.ts'
import { expandPath } from './expand-path.ts'
import { stringifyJson } from './json.ts'
import type { Route } from './operation.ts'
import type { CallOptions } from './options.ts'
import { queryString } from './query-string.ts'
import type { Settings } from './settings.ts'

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
  for (const [name, header] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = header
  return {
    route,
    call: { operation: route.id, method: route.method, url },
    url: url + queryString(query),
    body,
    headers,
  }
}

/**
 * Joins the headers of a request with those of the authenticator, which win.
 *
 * @throws {@link RestError} with code `config_invalid`. Runtimes refuse such values too, but quote the token.
 */
export function withAuthHeaders(
  headers: Readonly<Record<string, string>>,
  authHeaders: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = { ...headers, ...authHeaders }
  for (const name in all) {
    if (!sendable.test(String(all[name]))) {
      throw new RestError('config_invalid', `The header \`${name}\` holds characters that cannot be sent`)
    }
  }
  return all
}

const sendable = /^[\t\x20-\x7e\x80-\xff]*$/

/** Pages and their workers have a location with an origin. There a `user-agent` would cost a preflight that fails. */
function isBrowser(): boolean {
  return typeof (globalThis as { location?: { origin?: unknown } }).location?.origin === 'string'
}
