import type { Operation, Schema, Shape } from '@x/rest/shapes'
import { sample } from 'openapi-sampler'
import type { OpenApi, OpenApiOperation, OpenApiSchema } from './specs.ts'

/** Finds the operation with `method` and `path` in the file, whatever its parameters are called there. */
export function describedOperation(spec: OpenApi, operation: Operation, basePath = ''): OpenApiOperation | undefined {
  const shape = (path: string) => path.replaceAll(/\{[^}]+\}/g, '{}')
  // The administration of a cluster has full paths.
  const complete = operation.path.startsWith('/cluster/v2/') ? operation.path : basePath + operation.path
  const path = Object.keys(spec.paths).find((path) => shape(path) === shape(complete))
  return path === undefined ? undefined : spec.paths[path]?.[operation.method.toLowerCase()]
}

/**
 * Returns the arguments for the client's method: the path parameters in order, then body or form and query, as
 * described in the file. If the file only says "a string", the operation's shape is used.
 */
export function sampleArguments(spec: OpenApi, described: OpenApiOperation, operation: Operation): unknown[] {
  const parameters = (described.parameters ?? []).map((parameter) => resolve(spec, 'parameters', parameter))
  const of = (place: 'path' | 'query') => parameters.filter((parameter) => parameter.in === place)
  const sampled = (schema: OpenApiSchema, described?: Schema) => plausible(sampleOf(spec, schema), described?.shape)
  const schemas: Schema[] = Object.values(operation.params ?? {})
  const parts = (operation.takes ?? []).map((part) => {
    if (part === 'query') {
      const query = Object.fromEntries(of('query').map(({ name, schema }) => [name, sample(schema, {}, spec)]))
      return plausible(query, operation.query?.shape)
    }
    const type = part === 'body' ? 'application/json' : 'multipart/form-data'
    const schema = (described.requestBody && resolve(spec, 'requestBodies', described.requestBody))?.content[type]
      ?.schema
    return schema && sampled(schema, operation[part])
  })
  return [...of('path').map(({ schema }, index) => sampled(schema, schemas[index])), ...parts]
}

/** The sampler does not support patterns. Of those in the files, only the pattern of keys rejects its samples. */
function sampleOf(spec: OpenApi, schema: OpenApiSchema): unknown {
  return schema.pattern === '^[0-9]+$' ? '2251799813685249' : sample(schema, {}, spec)
}

/** Returns a component, or the one that a reference refers to. */
function resolve<Component extends { readonly $ref?: string }>(
  { components }: OpenApi,
  kind: 'parameters' | 'requestBodies',
  component: Component,
): Component {
  const name = component.$ref?.split('/').at(-1)
  return name === undefined ? component : (components[kind]?.[name] as unknown as Component)
}

/** Returns a sample from the file. Strings and numbers that the client would reject before sending are replaced. */
function plausible(value: unknown, shape: Shape = { kind: 'unknown' }): unknown {
  if (shape.kind === 'nullable') return plausible(value, shape.shape)
  if (shape.kind === 'union') return plausible(value, meantOption(shape.options, value))
  if (shape.kind === 'bytes') return new File(['sample'], 'sample.bpmn')
  // If the file has no limits, as for parts of a form, there is one item. Tags must be unique.
  if (shape.kind === 'array') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [undefined]
    return [...new Set(items.map((item) => plausible(item, shape.item)))]
  }
  if (shape.kind === 'object') {
    const shapes = new Map(shape.members.map((member) => [member.name, member.shape]))
    return Object.fromEntries(
      Object.entries(Object(value)).map(([name, member]) => [name, plausible(member, shapes.get(name))]),
    )
  }
  // 64-bit keys are strings on our side.
  if (shape.kind === 'key') return '2251799813685249'
  // A number is 0 if the file sets no limits.
  if (shape.kind === 'integer') return Math.max(Number(value), shape.min ?? 1)
  if (shape.kind === 'text' && value === null) return 'sample'
  if (typeof value !== 'string') return value
  if (shape.kind === 'email') return 'jane+one@example.com'
  if (shape.kind === 'date') return '2026-11-20T08:15:00.000+00:00'
  if (shape.kind === 'enum') return shape.values.includes(value) ? value : shape.values[0]
  // The patterns of requests are for a cron expression and a tag.
  const { pattern } = shape as { pattern?: string }
  return pattern === undefined ? value : ['0 3 * * *', 'tag'].find((text) => new RegExp(pattern).test(text))
}

/** Returns the option of a union that has all members of a sample, or is of the same simple type. */
function meantOption(options: readonly Shape[], value: unknown): Shape | undefined {
  const isObject = typeof value === 'object' && value !== null
  return options.find((shape) => {
    if (shape.kind !== 'object') return !isObject
    const names = shape.members.map(({ name }) => name)
    return isObject && Object.keys(value).every((name) => names.includes(name))
  })
}

/** Calls `client.<resource>.<verb>` for an operation id. */
export function callById(client: object, id: string, args: readonly unknown[]): Promise<unknown> {
  const names = id.split('.')
  const verb = names.pop() as string
  const resource = names.reduce<Record<string, unknown>>(
    (owner, name) => owner[name] as Record<string, unknown>,
    client as Record<string, unknown>,
  )
  return (resource[verb] as (...args: unknown[]) => Promise<unknown>).apply(resource, [...args])
}
