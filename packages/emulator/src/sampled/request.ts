import { unknownTo, type WhyUnknown } from '@x/rest'
import { type Issue, type Operation, readValue, type Schema, type Shape } from '@x/rest/shapes'
import type { ApiRequest } from '../api.ts'
import { parseExact } from '../exact-json.ts'
import { Problem } from '../problem.ts'
import { withEnumCase } from './enum-case.ts'
import { readForm } from './form.ts'
import { fromText } from './from-text.ts'

/** The content of a request, validated. */
export interface SampledInput {
  /** Path parameters by name, in the order of the path. */
  readonly params: Readonly<Record<string, unknown>>
  readonly query?: unknown
  readonly body?: unknown
  readonly form?: Readonly<Record<string, unknown>> | undefined
}

/** How a server reads requests. */
export interface ReadingServer {
  /** Minor version of Camunda 8. Newer members are rejected. */
  readonly minor: number
  /** Whether values of enumerations are case-insensitive. */
  readonly readsAnyCase: boolean
}

/**
 * Reads and validates all parts of a request by the shapes of its operation. @throws {@link Problem} that names the
 * member.
 */
export async function readInput(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  request: ApiRequest,
  server: ReadingServer,
): Promise<SampledInput> {
  const { takes = [], query, body, form } = operation
  return {
    params: readParams(operation, params, server),
    ...(query && { query: check(query, readQuery(query.shape, request.query), server) }),
    ...(takes.includes('body') && body && { body: check(body, readBody(operation, request), server) }),
    ...(takes.includes('form') &&
      form && { form: check(form, await readForm(form.shape, request), server) as Record<string, unknown> }),
  }
}

function readParams(
  { params: schemas = {} }: Operation,
  texts: Readonly<Record<string, string>>,
  server: ReadingServer,
): Record<string, unknown> {
  const read = Object.entries(schemas).map(([name, schema]) => {
    return [name, check(schema, fromText(schema.shape, texts[name] ?? ''), server, name)]
  })
  return { ...texts, ...Object.fromEntries(read) }
}

function readQuery(shape: Shape, query: URLSearchParams): Record<string, unknown> {
  const members = shape.kind === 'object' ? shape.members : []
  const shapes = new Map(members.map((member) => [member.name, member.shape]))
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const known = shapes.get(name)
      const texts = query.getAll(name)
      return [
        name,
        known?.kind === 'array' ? texts.map((text) => fromText(known.item, text)) : fromText(known, texts[0]),
      ]
    }),
  )
}

function readBody({ mayOmit }: Operation, { headers, body }: ApiRequest): unknown {
  if (body === '' && mayOmit) return {}
  const mediaType = headers.get('content-type') ?? 'application/octet-stream'
  if (body !== '' && !/^application\/(json|[^;\s]+\+json)\b/i.test(mediaType)) {
    throw new Problem(415, `Content-Type '${mediaType}' is not supported.`)
  }
  try {
    return parseExact(body)
  } catch {
    throw new Problem(400, body === '' ? 'Required request body is missing' : 'Failed to read request')
  }
}

function check({ shape }: Schema, value: unknown, { minor, readsAnyCase }: ReadingServer, name?: string): unknown {
  const issues: Issue[] = []
  const whyUnknown: WhyUnknown = (lifetime) => unknownTo(`8.${minor}`, lifetime)
  const given = readsAnyCase ? withEnumCase(shape, value) : value
  const read = readValue(shape, given, { side: 'request', strict: false, issues, whyUnknown })
  if (issues.length === 0) return read
  const texts = issues.map(({ path, message }) => {
    const place = (name === undefined ? path : [name, ...path]).join('.')
    return place === '' ? message : `${place} ${message}`
  })
  // Unreadable input is distinguished from input that is readable but invalid.
  const title = issues.every(({ missing }) => missing !== undefined) ? 'INVALID_ARGUMENT' : undefined
  throw new Problem(400, `${texts.join('; ')}.`, title)
}
