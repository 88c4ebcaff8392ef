import type { Input, Operation, OperationSchemas, Route } from './operation.ts'
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

/**
 * Reads the call of a route, such as `jobKey:k,body:JobUpdate=Job`: what goes in by name, then the response. Path
 * parameters that are plain text are left out.
 */
export function readCall(route: string, text: string, readShape: ReadShape): OperationSchemas {
  const [, input, response] = /^([^=]*)=?(.*)$/.exec(text) as unknown as [string, string, string]
  const { members } = readShape(`(${input})`) as ObjectShape
  const find = (name: string): Shape | undefined => members.find((member) => member.name === name)?.shape
  const schemas: { -readonly [Part in keyof OperationSchemas]: OperationSchemas[Part] } = {}
  const params = pathParams(route)
  if (params.length > 0) {
    const schema = (name: string): Schema => createSchema(find(name) ?? { kind: 'text' }, 'request')
    schemas.params = Object.fromEntries(params.map((name) => [name, schema(name)]))
  }
  for (const part of ['query', 'body', 'form'] as const) {
    const shape = find(part)
    if (shape) schemas[part] = createSchema(shape, 'request')
  }
  if (response) schemas.response = createSchema(readShape(response), 'response')
  return schemas
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
      let schemas: OperationSchemas | undefined
      const read = (): OperationSchemas => {
        readShape ??= createShapeReader(shapes())
        schemas ??= readCall(text, calls[verb] as string, readShape)
        return schemas
      }
      for (const part of ['params', 'query', 'body', 'form', 'response'] as const) {
        Object.defineProperty(row, part, { enumerable: true, get: () => read()[part] })
      }
      return row as unknown as Operation
    })
  })
}
