import { RestError } from '../errors.ts'
import type { ValidationMode } from '../options.ts'
import { checkPlain } from '../plain-body.ts'
import type { Check } from '../resource.ts'
import { ValidationError } from '../validation-error.ts'
import { createShapeReader, type ReadShape } from './read-shape.ts'
import { type Issue, readValue } from './read-value.ts'
import { type CallShapes, type ResourceTable, readCall } from './table.ts'

/**
 * Creates the check of a resource. It returns a valid value, with the keys of a response as text. Shapes are read when an
 * operation is first called.
 *
 * In `lenient` mode a request may lack required members: the compiler insists on them, and the server's own error says
 * which it needs. In mode `off` only searches are checked on their way out, since servers ignore a filter that they do
 * not know, and return everything.
 *
 * @param version - Of the server: members and values that it does not know are rejected in requests.
 * @throws `RestError` with code `config_invalid` for an unknown mode.
 */
export function createCheck({ calls, shapes }: ResourceTable, mode: ValidationMode, version?: string): Check {
  const strict = mode === 'strict'
  if (!/^(off|lenient|strict)$/.test(mode)) {
    throw new RestError('config_invalid', '`validate` must be "lenient", "strict" or "off"')
  }
  let readShape: ReadShape | undefined
  const known = new Map<string, CallShapes>()
  return (route, part, value) => {
    const { id, path, paging, bulk } = route
    if (mode === 'off' && !((paging || bulk) && part === 'body')) return checkPlain(route, part, value)
    readShape ??= createShapeReader(shapes())
    const call = known.get(id) ?? readCall(path, calls[id.split('.')[1] as string] ?? '', readShape)
    known.set(id, call)
    const shape = part === 'operation' ? undefined : call[part]
    if (!shape) return value
    const found: Issue[] = []
    // Path parameters come as a list, and issues name them.
    const names = part === 'params' && call.params.members.map(({ name }) => name)
    const input = names
      ? Object.fromEntries(names.map((name, index) => [name, (value as readonly unknown[])[index]]))
      : value
    const side = part === 'response' ? part : 'request'
    const result = readValue(shape, input, {
      side,
      strict,
      issues: found,
      version: side === 'request' ? version : undefined,
    })
    const issues = strict || part === 'response' || part === 'params' ? found : found.filter(({ missing }) => !missing)
    if (issues.length === 0) return names ? Object.values(result as object) : result
    throw new ValidationError(
      id,
      part,
      issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  }
}
