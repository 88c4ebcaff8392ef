import { isObject } from '../value/list-of.ts'

/** The parts of an error, for display. */
export interface ErrorDescription {
  /** Class of the error: `ApiError`. */
  readonly name: string
  readonly message: string
  /** The service's own description. */
  readonly detail: string | undefined
  /** A suggestion what to do, if there is one. */
  readonly hint: string | undefined
  readonly members: readonly (readonly [name: string, value: unknown])[]
  /** Problems by member of the input or the response. */
  readonly issues: readonly ErrorIssue[]
  readonly cause: ErrorDescription | undefined
}

export interface ErrorIssue {
  readonly path: string
  readonly message: string
}

/**
 * Brands that work across several copies of a package. Errors with one contain no secret: their packages guarantee it.
 */
const brands = ['isRestError', 'isAuthError', 'isCredentialsError']
const shownElsewhere = new Set([...brands, 'name', 'message', 'stack', 'cause', 'issues'])
const MOST_CAUSES = 5

/**
 * Returns everything about an error. Of foreign errors, only class and message: it is unknown what else
 * they contain.
 */
export function describeError(error: unknown, now = Date.now(), depth = 0): ErrorDescription {
  if (!(error instanceof Error)) {
    return {
      name: typeof error,
      message: String(error),
      detail: undefined,
      hint: undefined,
      members: [],
      issues: [],
      cause: undefined,
    }
  }
  const isOurs = brands.some((brand) => Reflect.get(error, brand) === true)
  const members = Object.entries(error).filter(([name, value]) => !shownElsewhere.has(name) && value !== undefined)
  const { cause } = error
  return {
    name: error.name,
    message: error.message,
    detail: isOurs ? detailOf(error) : undefined,
    hint: hintFor(error, now),
    members: isOurs ? members.map(([name, value]) => [name, readable(name, value)]) : [],
    issues: isOurs ? issuesOf(error) : [],
    cause: cause === undefined || depth >= MOST_CAUSES ? undefined : describeError(cause, now, depth + 1),
  }
}

function issuesOf(error: Error): readonly ErrorIssue[] {
  const issues: unknown = Reflect.get(error, 'issues')
  if (!Array.isArray(issues)) return []
  return issues.filter(isObject).map(({ path, variable, message, problem, hint }) => ({
    path: String(path ?? variable ?? ''),
    message: [message ?? problem, hint].filter(Boolean).join('. '),
  }))
}

function detailOf(error: Error): string | undefined {
  const texts = ['detail', 'oauthErrorDescription', 'title'].map((name): unknown => Reflect.get(error, name))
  return texts.find((text) => typeof text === 'string')
}

function readable(name: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  if (name.endsWith('Ms')) return `${value / 1000} s`
  return name.endsWith('At') ? new Date(value).toISOString() : value
}

const hints: Readonly<Record<string, string>> = {
  request_invalid: 'Nothing was sent. Fix what the message names, then send the request again.',
  response_invalid: 'The response is not what the operation returns.',
  response_malformed: 'A proxy or gateway may have responded instead of the service.',
  network: 'There was no response, or the connection broke off.',
  timeout: 'The service did not respond within the timeout.',
  token_rejected: 'The credentials were rejected. Connect shows what the file contains.',
}

function hintFor(error: Error, now: number): string | undefined {
  const [retryAfterMs, retryAt, code] = ['retryAfterMs', 'retryAt', 'code'].map((name) => Reflect.get(error, name))
  const waitMs = typeof retryAfterMs === 'number' ? retryAfterMs : typeof retryAt === 'number' ? retryAt - now : 0
  if (waitMs > 0) return `Try again in ${Math.ceil(waitMs / 1000)} s.`
  return typeof code === 'string' && Object.hasOwn(hints, code) ? hints[code] : undefined
}
