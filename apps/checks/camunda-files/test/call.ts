import type { Operation, Schema, Shape } from '@x/rest/shapes'
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
 * Where the file says no more than "a string", the operation's shape says which one.
 */
export function sampleArguments(spec: OpenApi, described: OpenApiOperation, operation: Operation): unknown[] {
  const params = (described.parameters ?? []).filter((parameter) => parameter.in === 'path')
  const schemas: Schema[] = Object.values(operation.params ?? {})
  const values = params.map(({ schema }, index) => plausible(sample(schema, {}, spec), schemas[index]?.shape))
  const body = described.requestBody?.content['application/json']?.schema
  return body === undefined ? values : [...values, plausible(sample(body, {}, spec), operation.body?.shape)]
}

/** A sample of the file, with the strings and numbers replaced that the client would reject before it sends them. */
function plausible(value: unknown, shape: Shape = { kind: 'unknown' }): unknown {
  if (shape.kind === 'nullable') return plausible(value, shape.shape)
  if (shape.kind === 'array' && Array.isArray(value)) return value.map((item) => plausible(item, shape.item))
  if (shape.kind === 'object' && typeof value === 'object' && value !== null) {
    const shapes = new Map(shape.members.map((member) => [member.name, member.shape]))
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, plausible(member, shapes.get(name))]),
    )
  }
  // 64-bit keys are strings on our side.
  if (shape.kind === 'key') return '2251799813685249'
  // A number is 0 where the file sets no limits.
  if (shape.kind === 'integer') return Math.max(Number(value), shape.min ?? 1)
  if (typeof value !== 'string') return value
  if (shape.kind === 'email') return 'jane+one@example.com'
  if (shape.kind === 'date') return '2026-11-20T08:15:00.000+00:00'
  if (shape.kind === 'enum') return shape.values.includes(value) ? value : shape.values[0]
  // The one pattern that a text of a request has: a cron expression.
  return shape.kind === 'text' && shape.pattern !== undefined ? '0 3 * * *' : value
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
