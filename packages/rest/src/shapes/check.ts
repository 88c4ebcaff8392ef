import { RestError } from '../errors.ts'
import type { ValidationMode } from '../options.ts'
import { type Part, ValidationError } from '../validation-error.ts'
import type { OperationSchemas } from './operation.ts'
import { createShapeReader } from './read-shape.ts'
import { type Issue, readValue } from './read-value.ts'
import type { Schema } from './schema.ts'
import { type ResourceTable, readCall } from './table.ts'

/** Returns the value, with the keys of a response as text, or throws a `ValidationError`. */
export type ShapeCheck = (route: { readonly id: string }, part: Part, value: unknown) => unknown

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
export function createCheck(resources: CheckedResources, mode: ValidationMode): ShapeCheck | undefined {
  if (mode === 'off') return undefined
  const strict = mode === 'strict'
  if (mode !== 'lenient' && !strict) {
    throw new RestError('config_invalid', '`validate` must be "lenient", "strict" or "off"')
  }
  const known = new Map<string, OperationSchemas>()

  /** Reads the shapes of an operation when it is first called. */
  function schemasOf(id: string): OperationSchemas | undefined {
    const [name = '', verb = ''] = id.split('.')
    const { routes, calls, shapes } = resources[name] ?? {}
    const route = routes?.[verb]
    if (!known.has(id) && route && calls && shapes) {
      known.set(id, readCall(route, calls[verb] as string, createShapeReader(shapes())))
    }
    return known.get(id)
  }

  return ({ id }, part, value) => {
    const schemas = schemasOf(id)
    const found: Issue[] = []
    const read = ({ shape, side }: Schema, value: unknown): unknown =>
      readValue(shape, value, { side, strict, issues: found })
    const readParams = (values: readonly unknown[]): unknown[] => {
      const params = Object.entries(schemas?.params ?? {})
      return values.map((param, index) => {
        const [name = '', schema] = params[index] ?? []
        const begin = found.length
        const result = schema ? read(schema, param) : param
        for (const { path } of found.slice(begin)) path.unshift(name)
        return result
      })
    }
    const schema = part === 'params' ? undefined : schemas?.[part]
    const result = part === 'params' ? readParams(value as readonly unknown[]) : schema ? read(schema, value) : value
    const issues = strict || part !== 'body' ? found : found.filter(({ missing }) => !missing)
    if (issues.length === 0) return result
    throw new ValidationError(
      id,
      part,
      issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  }
}
