import type { ApiRequest } from '../api.ts'
import { Problem } from '../problem.ts'
import { validationFailed } from './problem.ts'

/** Returns what is wrong with a member of a body (undefined if it is missing or null), in the server's words. */
export type Check = (value: unknown) => string | undefined

/** The members that a body may have. Like the server, it ignores any others. */
export type BodyChecks = Readonly<Record<string, Check>>

/** A body without the members that are null: the server treats null as missing. */
export type Body = Readonly<Record<string, unknown>>

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value)

export const required =
  (check: Check): Check =>
  (value) =>
    value === undefined ? 'must not be null' : check(value)

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string')

export const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean')

/** Names and ids: 1 to 255 characters, not only whitespace. */
export const name: Check = (value = '') => {
  if (typeof value !== 'string') return text(value)
  if (value.trim() === '') return 'must not be blank'
  return value.length > 255 ? 'size must be between 1 and 255' : undefined
}

export const integer =
  (least: number = -(2 ** 31), most: number = 2 ** 31 - 1): Check =>
  (value) => {
    if (!Number.isInteger(value)) return 'must be an integer'
    if ((value as number) < least) return `must be greater than or equal to ${least}`
    return (value as number) > most ? `must be less than or equal to ${most}` : undefined
  }

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string) ? undefined : `must be one of ${allowed.join(', ')}`

/**
 * @throws {@link Problem} 415 for another media type; 400 if it is not a JSON object, or for all invalid members
 * together.
 */
export function readBody({ body, headers }: ApiRequest, checks: BodyChecks): Body {
  const mediaType = headers.get('content-type') ?? 'application/octet-stream'
  if (body !== '' && !/^application\/(json|[^;\s]+\+json)\b/i.test(mediaType)) {
    throw new Problem(415, `Content-Type '${mediaType}' is not supported.`)
  }
  const members = parseObject(body)
  const errors = Object.entries(checks).flatMap(([member, check]) => {
    const problem = check(members[member])
    return problem === undefined ? [] : [`${member}: '${problem}'`]
  })
  if (errors.length > 0) throw validationFailed(errors)
  return members
}

function parseObject(body: string): Body {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    // An empty body is also not JSON.
  }
  if (!isObject(value)) throw new Problem(400, 'Failed to read request')
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
