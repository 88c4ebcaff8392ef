import type { Input, Operation, Route } from './operation.ts'
import { createShapeReader, type ReadShape, type Texts } from './read-shape.ts'
import { createSchema, type Schema } from './schema.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** What the docs say of an operation, apart from its route: bundles of a client do without. */
export interface Words {
  readonly summary: string
  readonly permission?: string | undefined
  readonly deprecated?: string | undefined
}

/** One resource as `tools/derive` writes it. */
export interface ResourceTable {
  readonly routes: Texts
  readonly calls: Texts
  readonly shapes: () => Texts
}

/** An API: its resources by name, and the words of their operations by id. */
export interface ApiTable {
  readonly resources: Readonly<Record<string, ResourceTable>>
  readonly words: Readonly<Record<string, Words>>
}

/** Reads a route such as `POST /jobs/activation body safe`. */
export function readRoute(id: string, text: string): Route {
  const [method, path, ...words] = text.split(' ')
  const route: Record<string, unknown> = { id, method, path }
  const takes: Input[] = []
  for (const word of words) {
    const [name, value = true] = word.split(':') as [string, string?]
    if (/^(body|form|query)\??$/.test(name)) {
      takes.push(name.replace('?', '') as Input)
      if (name.endsWith('?') && name !== 'query?') route.mayOmit = true
    } else if (/^(text|bytes|none)$/.test(name)) route.answer = name
    else if (name === 'eventual') route.eventuallyConsistent = true
    else if (name === 'anonymous') route.authenticated = false
    else route[name] = value
  }
  if (takes.length > 0) route.takes = takes
  return route as unknown as Route
}

/** Returns the names of a path's parameters, in their order. */
export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{([^}]+)\}/g), ([, name]) => name as string)
}

/** The shapes of what goes in and out of one operation; `params` has the path parameters in the order of the path. */
export interface CallShapes {
  readonly params: ObjectShape
  readonly query?: Shape | undefined
  readonly body?: Shape | undefined
  readonly form?: Shape | undefined
  readonly response?: Shape | undefined
}

/**
 * Reads the call of a route, such as `jobKey:k,body:JobUpdate=Job`: what goes in by name, then the response. Path
 * parameters that are plain text are left out.
 */
export function readCall(route: string, text: string, readShape: ReadShape): CallShapes {
  const at = `${text}=`.indexOf('=')
  const { members } = readShape(`(${text.slice(0, at)})`) as ObjectShape
  const known = new Map(members.map((member) => [member.name, member.shape]))
  const response = text.slice(at + 1)
  const params = pathParams(route).map((name) => ({ name, shape: known.get(name) ?? { kind: 'text' as const } }))
  return {
    params: { kind: 'object', members: params },
    query: known.get('query'),
    body: known.get('body'),
    form: known.get('form'),
    response: response ? readShape(response) : undefined,
  }
}

/** Reads a whole table. The schemas of a row are made when they are first asked for. */
export function readOperations({ resources, words }: ApiTable): Operation[] {
  return Object.entries(resources).flatMap(([resource, { routes, calls, shapes }]) => {
    let readShape: ReadShape | undefined
    return Object.entries(routes).map(([verb, text]) => {
      const route = readRoute(`${resource}.${verb}`, text)
      const { deprecated, ...said } = words[route.id] as Words
      const row: Record<string, unknown> = { ...route, ...said }
      if (deprecated) row.deprecated = deprecated
      let call: CallShapes | undefined
      const read = (): CallShapes => {
        readShape ??= createShapeReader(shapes())
        call ??= readCall(text, calls[verb] as string, readShape)
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
