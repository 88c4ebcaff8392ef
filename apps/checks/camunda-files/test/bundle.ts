import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

type Node = Record<string, unknown>

/** Reads a file and all that it refers to into one document. Components keep their names, whatever file they come from. */
export function bundle(file: string): unknown {
  const documents = new Map<string, Node>()
  /** Where each component comes from, by its reference in the document. */
  const origins = new Map<string, string>()
  const components: Record<string, Node> = {}

  function load(path: string): Node {
    const document = documents.get(path) ?? (parse(readFileSync(path, 'utf8')) as Node)
    documents.set(path, document)
    return document
  }

  function copy(value: unknown, from: string): unknown {
    if (Array.isArray(value)) return value.map((item) => copy(item, from))
    if (typeof value !== 'object' || value === null) return value
    const { $ref } = value as { $ref?: unknown }
    if (typeof $ref === 'string') return follow($ref, from)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member, from)]))
  }

  function follow(reference: string, from: string): unknown {
    const [path = '', pointer = ''] = reference.split('#')
    const target = path ? join(dirname(from), path) : from
    const names = pointer.split('/').slice(1).map(readName)
    const find = (): unknown => names.reduce<unknown>((value, name) => (value as Node)[name], load(target))
    const [root, kind = '', name = ''] = names
    if (root !== 'components' || names.length !== 3) return copy(find(), target)
    const place = `#/components/${kind}/${name}`
    const origin = origins.get(place)
    if (origin !== undefined && origin !== target) throw new Error(`${origin} and ${target} both have ${place}`)
    if (origin === undefined) {
      origins.set(place, target)
      const found = copy(find(), target)
      components[kind] = { ...components[kind], [name]: found }
    }
    return { $ref: place }
  }

  const { components: own, ...document } = load(file)
  return { ...(copy(document, file) as Node), components: { ...Object(own), ...components } }
}

const readName = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')
