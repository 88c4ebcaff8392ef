import type { Check } from '../check.ts'
import { RestError } from '../errors.ts'
import type { ValidationMode } from '../options.ts'
import { type Part, ValidationError } from '../validation-error.ts'
import type { OperationSchemas } from './operation.ts'
import { createShapeReader } from './read-shape.ts'
import { type Issue, readerOf } from './read-value.ts'
import type { Schema } from './schema.ts'
import { type ResourceTable, readCall, readRoute } from './table.ts'

/** What a check needs to know of an API: its resources by name, without words. */
export type CheckedResources = Readonly<Record<string, ResourceTable>>

/**
 * Makes the check of a transport. What fits comes back, with the keys of a response as text.
 *
 * In `lenient` mode a request body may lack required members: the compiler insists on them, and the server's own error
 * says which it needs.
 *
 * @returns `undefined` for mode `off`.
 * @throws {@link RestError} with code `config_invalid` for any other mode.
 */
export function createCheck(resources: CheckedResources, mode: ValidationMode): Check | undefined {
  if (mode === 'off') return undefined
  if (mode !== 'lenient' && mode !== 'strict') {
    throw new RestError('config_invalid', '`validate` must be "lenient", "strict" or "off"')
  }
  const strict = mode === 'strict'
  const schemasOf = createLookup(resources)

  const read = (id: string, part: Part, { shape, side }: Schema, value: unknown, name?: string): unknown => {
    const found: Issue[] = []
    const context = { side, strict, closed: strict || side === 'request', issues: found }
    const result = readerOf(shape)(value, context)
    if (found.length === 0) return result
    const issues = strict || part !== 'body' ? found : found.filter(({ missing }) => !missing)
    if (issues.length === 0) return result
    throw new ValidationError(
      id,
      part,
      issues.map(({ path, message }) => ({ path: (name ? [name, ...path] : path).join('.'), message })),
    )
  }

  return ({ id }, part, value) => {
    const schemas = schemasOf(id)
    if (part !== 'params') {
      const schema = schemas?.[part]
      return schema ? read(id, part, schema, value) : value
    }
    const params = Object.entries(schemas?.params ?? {})
    return (value as readonly unknown[]).map((param, index) => {
      const [name, schema] = params[index] ?? []
      return schema ? read(id, part, schema, param, name) : param
    })
  }
}

/** Reads the shapes of an operation when it is first called. */
function createLookup(resources: CheckedResources): (id: string) => OperationSchemas | undefined {
  const known = new Map<string, OperationSchemas | undefined>()
  return (id) => {
    if (known.has(id)) return known.get(id)
    const [name = '', verb = ''] = id.split('.')
    const resource = resources[name]
    const route = resource?.routes[verb]
    const schemas =
      resource && route
        ? readCall(readRoute(id, route).path, resource.calls[verb] as string, createShapeReader(resource.shapes()))
        : undefined
    known.set(id, schemas)
    return schemas
  }
}
