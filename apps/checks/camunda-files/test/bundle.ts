import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'yaml'

type Node = Record<string, unknown>

/**
 * Reads a file and everything that it refers to into one document. Components keep their names, unless two files have
 * one with the same name.
 */
export function bundle(file: string): unknown {
  const documents = new Map<string, Node>()
  /** The origin of each component, by its reference in the document. */
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
    const first = origins.get(`#/components/${kind}/${name}`) ?? target
    // Another file may have a different one with that name.
    const own = first === target ? name : `${name}.${basename(target, '.yaml')}`
    const place = `#/components/${kind}/${own}`
    if (!origins.has(place)) {
      origins.set(place, target)
      const found = copy(find(), target)
      components[kind] = { ...components[kind], [own]: found }
    }
    return { $ref: place }
  }

  const { components: own, ...document } = load(file)
  return { ...(copy(document, file) as Node), components: { ...Object(own), ...components } }
}

const readName = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')
