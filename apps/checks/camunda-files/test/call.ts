import type { Operation } from '@x/rest/shapes'
import { sample } from 'openapi-sampler'
import type { OpenApi, OpenApiOperation } from './specs.ts'

/** The operation that `method` and `path` mean in the file, whatever its parameters are called there. */
export function describedOperation(spec: OpenApi, operation: Operation, basePath = ''): OpenApiOperation | undefined {
  const shape = (path: string) => path.replaceAll(/\{[^}]+\}/g, '{}')
  const path = Object.keys(spec.paths).find((path) => shape(path) === shape(basePath + operation.path))
  return path === undefined ? undefined : spec.paths[path]?.[operation.method.toLowerCase()]
}

/**
 * Arguments for the client's method: the path parameters in their order, then a body, all as the file describes them.
 * Searches are sorted by the field `sortBy`.
 */
export function sampleArguments(spec: OpenApi, described: OpenApiOperation, sortBy: string): unknown[] {
  const plausible = createPlausible([...TEXTS, [/^field$/, sortBy]])
  const params = (described.parameters ?? []).filter((parameter) => parameter.in === 'path')
  const values = params.map(({ name, schema }) => String(plausible(sample(schema, {}, spec), name)))
  const body = described.requestBody?.content['application/json']?.schema
  return body === undefined ? values : [...values, plausible(sample(body, {}, spec))]
}

// Texts that a careful client looks into before sending. The sampler writes "string" where the file says no more than that.
const TEXTS: readonly [name: RegExp, text: string][] = [
  [/email/i, 'jane+one@example.com'],
  [/^ip$/, '203.0.113.0/24'],
  [/^schedule$/, '0 3 * * *'],
  [/^secretName$/, 'SECRET_NAME'],
  [/^clientName$/, 'a-client'],
  [/^(created|updated)$|(Date|Time)$/, '2026-11-20T08:15:00.000+00:00'],
  // Their patterns are not anchored as they look: "a bpmn b" would do for them.
  [/^role$/, 'editor'],
  [/^fileType$/, 'bpmn'],
]

function createPlausible(texts: typeof TEXTS) {
  const plausible = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => plausible(item, name))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plausible(member, key)]))
    }
    // A number is 0 where the file sets no limits.
    if (name === 'size') return 50
    // 64-bit keys are strings on our side.
    if (typeof value === 'number' && /key$/i.test(name)) return '2251799813685249'
    if (typeof value !== 'string') return value
    return texts.find(([pattern]) => pattern.test(name))?.[1] ?? value
  }
  return plausible
}

/** Calls `client.<resource>.<verb>` for the id of an operation. */
export function callById(client: object, id: string, args: readonly unknown[]): Promise<unknown> {
  const names = id.split('.')
  const verb = names.pop() as string
  const resource = names.reduce<Record<string, unknown>>(
    (owner, name) => owner[name] as Record<string, unknown>,
    client as Record<string, unknown>,
  )
  return (resource[verb] as (...args: unknown[]) => Promise<unknown>).apply(resource, [...args])
}
