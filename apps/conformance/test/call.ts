import type { Operation } from '@x/rest'
import { sample } from 'openapi-sampler'
import type { OpenApi, OpenApiOperation } from './specs.ts'

/** The operation that `method` and `path` mean in the file, whatever its parameters are called there. */
export function describedOperation(spec: OpenApi, operation: Operation, basePath = ''): OpenApiOperation | undefined {
  const shape = (path: string) => path.replaceAll(/\{[^}]+\}/g, '{}')
  const path = Object.keys(spec.paths).find((path) => shape(path) === shape(basePath + operation.path))
  return path === undefined ? undefined : spec.paths[path]?.[operation.method.toLowerCase()]
}

/** Arguments for the client's method: one text per path parameter, then a body as the file describes it. */
export function sampleArguments(spec: OpenApi, operation: Operation, described: OpenApiOperation): unknown[] {
  const params = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => SAMPLES[name] ?? 'a-value')
  const schema = described.requestBody?.content['application/json']?.schema
  return schema === undefined ? params : [...params, plausible(sample(schema, {}, spec))]
}

// The sampler writes "string" where the file only says so; these are what a careful client may look into before sending.
const SAMPLES: Record<string, unknown> = {
  email: 'jane@example.com',
  ip: '203.0.113.0/24',
  schedule: '0 3 * * *',
  secretName: 'SECRET_NAME',
  clientName: 'a-client',
}

function plausible(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => plausible(item, name))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plausible(member, key)]))
  }
  return value === 'string' ? (SAMPLES[name] ?? value) : value
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
