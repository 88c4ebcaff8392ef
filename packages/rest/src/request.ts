import type { toBinaryResponse } from './binary-response.ts'
import { type CallInfo, expectOption } from './errors.ts'
import { expandPath } from './expand-path.ts'
import type { toFormData } from './form-data.ts'
import { readHeaders } from './headers.ts'
import { stringifyJson } from './json.ts'
import { tooDeep } from './json-loss.ts'
import type { CallOptions } from './options.ts'
import { queryString } from './query-string.ts'
import type { Route } from './route.ts'
import type { Settings } from './settings.ts'
import { refusePart } from './validation-error.ts'

/**
 * What operations with forms and binary responses need. Only their resources import it, so other bundles do not contain
 * it.
 */
export interface Formats {
  /** Writes a multipart body: `toFormData`. */
  readonly writeForm?: typeof toFormData | undefined
  /** Reads a binary response: `toBinaryResponse`. */
  readonly readBytes?: typeof toBinaryResponse | undefined
}

/** The input of one call. */
export interface CallInput {
  /** Path parameters in the order of the path. */
  readonly params?: readonly unknown[] | undefined
  readonly query?: object | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as multipart/form-data, with a part for each member. */
  readonly form?: object | undefined
  readonly formats?: Formats | undefined
}

/** One call, checked and serialized; each attempt adds the headers of the authenticator. */
export interface PreparedRequest {
  readonly route: Route
  readonly call: CallInfo
  /** With query. */
  readonly url: string
  readonly body: string | FormData | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly formats: Formats | undefined
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
  const body = writeBody(route, input)
  const url = baseUrl + expandPath(route.path, params, route.id)
  const headers: Record<string, string> = {
    accept: route.returns === 'text' || route.returns === 'bytes' ? '*/*' : 'application/json',
  }
  // The content type of a form has a boundary, which fetch adds.
  if (typeof body === 'string') headers['content-type'] = 'application/json'
  if (userAgent && !isBrowser()) headers['user-agent'] = userAgent
  if (options.headers) {
    const refuse = (message: string, path = ''): never => refusePart(route.id, 'headers', path, message)
    Object.assign(headers, readHeaders(options.headers, refuse))
  }
  return {
    route,
    call: { operation: route.id, method: route.method, url },
    url: url + queryString(query),
    body,
    headers,
    formats: input.formats,
  }
}

function writeBody({ id, returns }: Route, input: CallInput): string | FormData | undefined {
  const { writeForm, readBytes } = input.formats ?? {}
  // Also a missing form, which only its writer rejects.
  const isForm = 'form' in input
  expectOption(writeForm || !isForm, 'formats.writeForm', `set for ${id}`)
  expectOption(readBytes || returns !== 'bytes', 'formats.readBytes', `set for ${id}`)
  if (isForm) return writeForm?.(input.form as object, id)
  try {
    return input.body === undefined ? undefined : stringifyJson(input.body)
  } catch {
    // Bodies that were not checked.
    return refusePart(id, 'body', '', tooDeep)
  }
}

/**
 * True in pages and their workers, which have a location with an origin. A `user-agent` would cause a preflight there,
 * which fails.
 */
function isBrowser(): boolean {
  return typeof (globalThis as { location?: { origin?: unknown } }).location?.origin === 'string'
}
