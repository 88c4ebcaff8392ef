import { type Issue, type Operation, readValue, type Schema, type Shape } from '@x/rest/shapes'
import type { ApiRequest } from '../api.ts'
import { parseExact } from '../exact-json.ts'
import { Problem } from '../problem.ts'
import { readForm } from './form.ts'
import { fromText } from './from-text.ts'

/** What a request says, checked. */
export interface SampledInput {
  /** Path parameters by name, in the order of the path. */
  readonly params: Readonly<Record<string, unknown>>
  readonly query?: unknown
  readonly body?: unknown
  readonly form?: Readonly<Record<string, unknown>> | undefined
}

/** Reads and checks all parts of a request by the shapes of its operation. @throws {@link Problem} that names the member. */
export async function readInput(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  request: ApiRequest,
  minor: number,
): Promise<SampledInput> {
  const { takes = [], query, body, form } = operation
  const version = `8.${minor}`
  return {
    params: readParams(operation, params, version),
    ...(query && { query: check(query, readQuery(query.shape, request.query), version) }),
    ...(takes.includes('body') && body && { body: check(body, readBody(operation, request), version) }),
    ...(takes.includes('form') &&
      form && { form: check(form, await readForm(form.shape, request), version) as Record<string, unknown> }),
  }
}

function readParams(
  { params: schemas = {} }: Operation,
  texts: Readonly<Record<string, string>>,
  version: string,
): Record<string, unknown> {
  const read = Object.entries(schemas).map(([name, schema]) => {
    return [name, check(schema, fromText(schema.shape, texts[name] ?? ''), version, name)]
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

function check({ shape }: Schema, value: unknown, version: string, name?: string): unknown {
  const issues: Issue[] = []
  const read = readValue(shape, value, { side: 'request', strict: false, issues, version })
  if (issues.length === 0) return read
  const texts = issues.map(({ path, message }) => {
    const place = (name === undefined ? path : [name, ...path]).join('.')
    return place === '' ? message : `${place} ${message}`
  })
  throw new Problem(400, `${texts.join('; ')}.`)
}
