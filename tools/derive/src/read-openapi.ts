import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Limits, Member, ScalarKind, Shape } from '@x/rest/shapes'
import { parse } from 'yaml'
import type { Described } from './described.ts'

type Node = Readonly<Record<string, unknown>>

/** A position in a file, to resolve references from. */
interface Place {
  readonly file: string
  readonly node: Node
  /** The last part of the reference that led here. */
  readonly name?: string | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Reads an OpenAPI description, with the files that it refers to. */
export function readOpenApi(file: string, prefix = ''): Described[] {
  const reader = createReader()
  const { paths } = reader.load(file) as { paths: Record<string, Node> }
  return Object.entries(paths).flatMap(([path, item]) => {
    const place = reader.resolve({ file, node: item })
    return methods.flatMap((method) => {
      const operation = place.node[method]
      if (!operation) return []
      const shared = (place.node.parameters ?? []) as Node[]
      return [
        reader.operation(
          method.toUpperCase(),
          path.startsWith(prefix) ? path.slice(prefix.length) : path,
          { ...place, node: operation as Node },
          shared,
        ),
      ]
    })
  })
}

const names = new WeakMap<Shape, string>()

/** Returns the name of a shape in its file; undefined if it has none. */
export function nameOf(shape: Shape): string | undefined {
  return names.get(shape)
}

interface Reader {
  load(file: string): Node
  resolve(place: Place): Place
  operation(method: string, path: string, place: Place, shared: readonly Node[]): Described
}

function createReader(): Reader {
  const documents = new Map<string, Node>()
  const shapes = new Map<Node, Shape>()

  function load(file: string): Node {
    const known = documents.get(file) ?? (parse(readFileSync(file, 'utf8')) as Node)
    documents.set(file, known)
    return known
  }

  function resolve({ file, node, name }: Place): Place {
    const { $ref } = node
    if (typeof $ref !== 'string') return { file, node, name }
    const [path = '', pointer = ''] = $ref.split('#')
    const target = path ? join(dirname(file), path) : file
    const parts = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    const found = parts.reduce<unknown>((value, part) => (value as Node | undefined)?.[part], load(target))
    if (!found) throw new Error(`${file} refers to ${$ref}, which does not exist`)
    return resolve({ file: target, node: found as Node, name: parts.at(-1) })
  }

  /** Returns one shape for each schema, created before it is complete, because a schema may contain itself. */
  function shapeOf(place: Place): Shape {
    const resolved = resolve(place)
    const known = shapes.get(resolved.node)
    if (known) return known
    const [only, ...others] = (resolved.node.allOf ?? []) as Node[]
    const isSame = only && others.length === 0 && !resolved.node.properties && resolved.node.nullable !== true
    // Only adds a description: use the schema itself, with its own name.
    if (isSame && !resolved.name) return shapeOf({ file: resolved.file, node: only })
    const shape = {} as Shape
    shapes.set(resolved.node, shape)
    if (resolved.name) names.set(shape, resolved.name)
    return Object.assign(shape, readSchema(resolved))
  }

  function readSchema({ file, node, name }: Place): Shape {
    const at = (inner: unknown): Shape => shapeOf({ file, node: inner as Node })
    const types = [node.type].flat().filter((type) => type !== 'null')
    const [only, ...others] = (node.allOf ?? []) as unknown[]
    const shape =
      only && others.length === 0 && !node.properties
        ? at(only)
        : readPlain(node, types[0] as string | undefined, at, file, name)
    const isNullable = node.nullable === true || (Array.isArray(node.type) && node.type.includes('null'))
    return isNullable && shape.kind !== 'nullable' ? { kind: 'nullable', shape } : shape
  }

  function readPlain(
    node: Node,
    type: string | undefined,
    at: (inner: unknown) => Shape,
    file: string,
    name?: string,
  ): Shape {
    const options = (node.oneOf ?? node.anyOf) as unknown[] | undefined
    if (options && !node.properties)
      return options.length === 1 ? at(options[0]) : { kind: 'union', options: options.map(at) }
    if (node.allOf)
      return joinAll([...(node.allOf as unknown[]).map(at), ...(node.properties ? [readObject(node, at)] : [])], name)
    if (node.enum)
      return {
        kind: 'enum',
        values: (node.enum as unknown[]).filter((value) => value !== null).map(String),
        open: true,
      }
    if (Object.keys(node.properties ?? {}).length > 0)
      return { ...readObject(node, at), ...(name && { name }) } as Shape
    if (type === 'array') return { kind: 'array', item: at(node.items ?? {}), ...limits(node, 'Items') }
    if (type === 'object') {
      const extra = node.additionalProperties
      return { kind: 'record', value: extra && extra !== true ? at(extra) : { kind: 'unknown' } }
    }
    if (type === 'integer' || type === 'number') return { kind: type, ...limits(node, 'imum') }
    if (type === 'boolean') return { kind: 'boolean' }
    if (type !== 'string') return { kind: 'unknown' }
    if (file.endsWith('/keys.yaml')) return { kind: 'key' }
    const formats: Record<string, ScalarKind> = {
      'date-time': 'date',
      binary: 'bytes',
      email: 'email',
      password: 'secret',
    }
    return { kind: formats[node.format as string] ?? 'text', ...limits(node, 'Length') }
  }

  function readObject(node: Node, at: (inner: unknown) => Shape): Shape {
    const required = (node.required ?? []) as string[]
    const added = (
      (node['x-properties-added-in-version'] ?? []) as { propertyName: string; addedInVersion: string }[]
    ).map(({ propertyName, addedInVersion }) => [propertyName, addedInVersion] as const)
    const since = new Map(added)
    const members = Object.entries(node.properties as Record<string, Node>).map(([name, schema]): Member => {
      const version = since.get(name)
      return {
        name,
        shape: at(schema),
        ...(!required.includes(name) && { presence: 'optional' as const }),
        ...(version && { since: version }),
        ...(schema.deprecated === true && { deprecated: true }),
      }
    })
    return { kind: 'object', members }
  }

  function operation(method: string, path: string, place: Place, shared: readonly Node[]): Described {
    const { node, file } = place
    const at = (inner: unknown): Shape => shapeOf({ file, node: inner as Node })
    const parameters = [...shared, ...((node.parameters ?? []) as Node[])].map((parameter) =>
      resolve({ file, node: parameter }),
    )
    const of = (place: string): Member[] =>
      parameters
        .filter(({ node }) => node.in === place)
        .map(({ node, file }) => ({
          name: node.name as string,
          shape: shapeOf({ file, node: (node.schema ?? {}) as Node }),
          ...(node.required !== true && { presence: 'optional' as const }),
        }))
    const query = of('query')
    const body = node.requestBody ? resolve({ file, node: node.requestBody as Node }) : undefined
    const [bodyType, bodySchema] = contentOf(body)
    const responses = (node.responses ?? {}) as Record<string, Node>
    const success = Object.keys(responses)
      .filter((status) => /^2/.test(status))
      .sort()[0]
    const response = success ? resolve({ file, node: responses[success] as Node }) : undefined
    const [contentType, content] = contentOf(response)
    const returns = returnsOf(contentType, content, at)
    return {
      method,
      path,
      name: (node.operationId ?? '') as string,
      tag: ((node.tags as string[] | undefined) ?? [])[0] ?? '',
      since: (node['x-added-in-version'] ?? node['x-since']) as string | undefined,
      permission: permissionOf(node['x-required-permissions']),
      eventuallyConsistent: node['x-eventually-consistent'] === true,
      deprecated: node.deprecated === true,
      params: of('path').map(({ shape }) => shape),
      query: query.length > 0 ? { kind: 'object', members: query } : undefined,
      ...(bodySchema && { [bodyType?.startsWith('multipart/') ? 'form' : 'body']: shapeAt(bodySchema, body) }),
      mayOmit: body?.node.required !== true,
      returns,
      response: content && (returns === 'json' || returns === 'text') ? shapeAt(content, response) : undefined,
    }
  }

  function shapeAt(node: Node, place: Place | undefined): Shape {
    return shapeOf({ file: place?.file as string, node })
  }

  return { load, resolve, operation }
}

interface Permission {
  readonly resourceType?: string
  readonly permissionType?: string
  readonly anyOf?: readonly Permission[]
}

function permissionOf(permissions: unknown): string | undefined {
  const text = ({ resourceType, permissionType, anyOf }: Permission): string =>
    anyOf ? anyOf.map(text).join(' or ') : `${resourceType} ${permissionType}`
  return ((permissions ?? []) as Permission[]).map(text).join(', ') || undefined
}

function contentOf(place: Place | undefined): readonly [type?: string, schema?: Node] {
  const content = Object.entries((place?.node.content ?? {}) as Record<string, Node>)
  const [type, media] = content.find(([type]) => type.includes('json')) ?? content[0] ?? []
  return type === undefined ? [] : [type, (media?.schema ?? {}) as Node]
}

function returnsOf(
  type: string | undefined,
  schema: Node | undefined,
  at: (node: unknown) => Shape,
): Described['returns'] {
  if (type === undefined || !schema) return 'none'
  if (type.includes('json') || type === '*/*') return type === '*/*' && at(schema).kind === 'bytes' ? 'bytes' : 'json'
  return /^text\/|xml/.test(type) && at(schema).kind !== 'bytes' ? 'text' : 'bytes'
}

/** Joins the members of all parts of an `allOf`. */
function joinAll(parts: readonly Shape[], name: string | undefined): Shape {
  const objects = parts.filter((part) => part.kind === 'object')
  if (objects.length === 0) return parts[0] as Shape
  if (parts.length === 1) return parts[0] as Shape
  const members = new Map(objects.flatMap(({ members }) => members.map((member) => [member.name, member] as const)))
  return { kind: 'object', ...(name && { name }), members: [...members.values()] }
}

function limits(node: Node, of: 'Length' | 'Items' | 'imum'): Limits {
  const min = node[`min${of}`]
  const max = node[`max${of}`]
  return { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) }
}
