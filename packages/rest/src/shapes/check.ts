import { expectOption } from '../errors.ts'
import type { WhyUnknown } from '../lifetime.ts'
import type { ValidationMode } from '../options.ts'
import { checkPlain } from '../plain-body.ts'
import type { Check } from '../resource.ts'
import { ValidationError } from '../validation-error.ts'
import { createShapeReader, type ReadShape } from './read-shape.ts'
import { type Context, type Issue, readAt, readValue } from './read-value.ts'
import { type CallShapes, type ResourceTable, readCall } from './table.ts'

/**
 * Creates the check of a resource. It returns a valid value, with the keys of a response as strings. Shapes are read
 * when an operation is first called.
 *
 * In mode `lenient`, a request may lack required members: the compiler reports them, and so does the server. In mode
 * `off`, only the requests of searches are checked, because servers ignore an unknown filter and return everything.
 *
 * @param whyUnknown - Rejects members and values in requests that the server's version does not know.
 * @throws `RestError` with code `config_invalid` for an unknown mode.
 */
export function createCheck({ calls, shapes }: ResourceTable, mode: ValidationMode, whyUnknown?: WhyUnknown): Check {
  const strict = mode === 'strict'
  expectOption(/^(off|lenient|strict)$/.test(mode), 'validate', '"lenient", "strict" or "off"')
  let readShape: ReadShape | undefined
  const known: Record<string, CallShapes> = {}
  return (route, part, value) => {
    const { id, path, paging, bulk } = route
    if (mode === 'off' && !((paging || bulk) && part === 'body')) return checkPlain(route, part, value)
    readShape ??= createShapeReader(shapes())
    known[id] ??= readCall(path, calls[id.split('.')[1] as string] ?? '', readShape)
    const call = known[id]
    const shape = part === 'operation' ? undefined : call[part]
    if (!shape) return value
    const isResponse = part === 'response'
    const found: Issue[] = []
    const context: Context = {
      side: isResponse ? part : 'request',
      strict,
      issues: found,
      whyUnknown: isResponse ? undefined : whyUnknown,
    }
    // Path parameters are a list, but issues contain their names.
    const result =
      part === 'params'
        ? call.params.members.map(({ name, shape }, index) => readAt(name, shape, (value as unknown[])[index], context))
        : readValue(shape, value, context)
    const issues = strict || isResponse ? found : found.filter(({ missing }) => !missing)
    if (issues.length === 0) return result
    throw new ValidationError(
      id,
      part,
      issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  }
}
