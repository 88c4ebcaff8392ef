import type { ResourceRoutes } from '../resource.ts'
import { pathParams, readRoute, type Texts } from '../route.ts'
import type { Operation } from './operation.ts'
import { createShapeReader, type ReadShape } from './read-shape.ts'
import { createSchema, type Schema } from './schema.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** The documentation of an operation. Bundles of clients do not contain it. */
export interface Words {
  readonly summary: string
  readonly permission?: string | undefined
  readonly deprecated?: string | undefined
}

/** One resource as `tools/derive` writes it. */
export interface ResourceTable extends ResourceRoutes {
  /** Operations that take and return nothing are left out. */
  readonly calls: Texts
  readonly shapes: () => Texts
}

/** The resources of an API by name. */
export type ResourceTables = Readonly<Record<string, ResourceTable>>

/** The shapes of one operation's request and response; `params` has the path parameters in the order of the path. */
export interface CallShapes {
  readonly params: ObjectShape
  readonly query?: Shape | undefined
  readonly body?: Shape | undefined
  readonly form?: Shape | undefined
  readonly response?: Shape | undefined
}

/**
 * Reads the call of a route, such as `jobKey:k,body:JobUpdate=Job`: the inputs by name, then the response. Path
 * parameters that are plain strings are left out.
 */
export function readCall(path: string, text: string, readShape: ReadShape): CallShapes {
  const at = `${text}=`.indexOf('=')
  const { members } = readShape(`(${text.slice(0, at)})`) as ObjectShape
  const known: Record<string, Shape> = Object.fromEntries(members.map(({ name, shape }) => [name, shape]))
  const params = pathParams(path).map((name) => ({ name, shape: known[name] ?? { kind: 'text' as const } }))
  const response = text.slice(at + 1)
  return {
    ...known,
    params: { kind: 'object', members: params },
    response: response ? readShape(response) : undefined,
  }
}

/**
 * Reads a whole table. The schemas of a row are created when they are first read.
 *
 * @param words - Documentation by operation id.
 */
export function readOperations(resources: ResourceTables, words: Readonly<Record<string, Words>>): Operation[] {
  return Object.entries(resources).flatMap(([resource, { routes, base, calls, shapes }]) => {
    let readShape: ReadShape | undefined
    return Object.entries(routes).map(([verb, text]) => {
      const route = readRoute(`${resource}.${verb}`, text, base)
      const { deprecated, ...said } = words[route.id] as Words
      const row: Record<string, unknown> = { ...route, ...said }
      if (deprecated) row.deprecated = deprecated
      let call: CallShapes | undefined
      const read = (): CallShapes => {
        readShape ??= createShapeReader(shapes())
        call ??= readCall(route.path, calls[verb] ?? '', readShape)
        return call
      }
      for (const part of ['params', 'query', 'body', 'form', 'response'] as const) {
        Object.defineProperty(row, part, { enumerable: true, get: () => schemasOf(read(), part) })
      }
      return row as unknown as Operation
    })
  })
}

function schemasOf(call: CallShapes, part: keyof CallShapes): Schema | Readonly<Record<string, Schema>> | undefined {
  const shape = call[part]
  if (!shape || part !== 'params') return shape && createSchema(shape, part === 'response' ? 'response' : 'request')
  const params = call.params.members.map((member) => [member.name, createSchema(member.shape, 'request')] as const)
  return params.length > 0 ? Object.fromEntries(params) : undefined
}
