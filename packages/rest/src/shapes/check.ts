import { RestError } from '../errors.ts'
import type { ValidationMode } from '../options.ts'
import { type Part, ValidationError } from '../validation-error.ts'
import { createShapeReader } from './read-shape.ts'
import { type Context, type Issue, readValue } from './read-value.ts'
import { type CallShapes, type ResourceTable, readCall } from './table.ts'

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
 * @throws `RestError` with code `config_invalid` for any other mode.
 */
export function createCheck(resources: CheckedResources, mode: ValidationMode): ShapeCheck | undefined {
  if (mode === 'off') return undefined
  const strict = mode === 'strict'
  if (mode !== 'lenient' && !strict) {
    throw new RestError('config_invalid', '`validate` must be "lenient", "strict" or "off"')
  }
  const known = new Map<string, CallShapes | undefined>()

  /** Reads the shapes of an operation when it is first called. */
  function shapesOf(id: string): CallShapes | undefined {
    if (!known.has(id)) {
      const [name = '', verb = ''] = id.split('.')
      const resource = resources[name]
      const [route, call] = [resource?.routes[verb], resource?.calls[verb]]
      const isKnown = resource && route !== undefined && call !== undefined
      known.set(id, isKnown ? readCall(route, call, createShapeReader(resource.shapes())) : undefined)
    }
    return known.get(id)
  }

  return ({ id }, part, value) => {
    const call = shapesOf(id)
    const shape = call?.[part]
    if (!shape) return value
    const found: Issue[] = []
    const context: Context = { side: part === 'response' ? 'response' : 'request', strict, issues: found }
    // Path parameters come as a list, and issues name them.
    const names = part === 'params' && call.params.members.map(({ name }) => name)
    const input = names
      ? Object.fromEntries(names.map((name, index) => [name, (value as readonly unknown[])[index]]))
      : value
    const result = readValue(shape, input, context)
    const issues = strict || part !== 'body' ? found : found.filter(({ missing }) => !missing)
    if (issues.length === 0) return names ? Object.values(result as object) : result
    throw new ValidationError(
      id,
      part,
      issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  }
}
