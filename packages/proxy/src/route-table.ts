import type { ProxiedOperation } from './operation.ts'
import { isBlank, readSegments, writeSegments } from './path-segments.ts'
import { Refusal } from './refusal.ts'

/** An allowed operation, and how a request addresses it. */
export interface RouteMatch {
  readonly operation: ProxiedOperation
  /** Path for upstream, below the address of the API. */
  readonly path: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
}

/** Returns the allowed operation of a method and a path; undefined if there is none. @throws Refusal */
export type RouteTable = (method: string, path: string) => RouteMatch | undefined

/**
 * Creates the route table of one API.
 *
 * It must also know the operations that are not allowed: `/backups/{backupId}` also matches `/backups/schedule`,
 * another operation, which would bypass the list. So the best match among all operations is determined, as the server
 * does, and returned only if it is allowed. Servers differ in case, trimming and suffixes; a path that any of them
 * could read as another operation is not found.
 */
export function createRouteTable(operations: readonly ProxiedOperation[], allow: readonly string[]): RouteTable {
  const listed = new Set(allow)
  const routes = operations.map(compile).sort((a, b) => a.rank.localeCompare(b.rank))
  return (method, path) => {
    const segments = readSegments(path)
    const meant = routes.find(
      ({ operation, parts }) =>
        operation.method === method &&
        parts.length === segments.length &&
        segments.every(({ text }, index) => parts[index]?.mayMean(text)),
    )
    if (!meant || !listed.has(meant.operation.id)) return undefined
    const params: Record<string, string> = {}
    for (const [index, { names, pattern }] of meant.parts.entries()) {
      const { raw = '', text = '' } = segments[index] ?? {}
      // A part without a parameter must exactly match the template.
      const found = pattern.exec(names.length > 0 ? text : raw)
      if (!found) return undefined
      for (const [at, name] of names.entries()) {
        const value = found[at + 1] ?? ''
        if (isBlank(value)) throw new Refusal(400, 'path_refused')
        params[name] = value
      }
    }
    return { operation: meant.operation, path: writeSegments(segments), params }
  }
}

interface Part {
  /** Of its parameters. */
  readonly names: readonly string[]
  readonly pattern: RegExp
  /** Whether a server could read this text as the part. */
  mayMean(text: string): boolean
}

interface CompiledRoute {
  readonly operation: ProxiedOperation
  readonly parts: readonly Part[]
  /** Sorts literal segments before parameters, from left to right, with a digit for each. */
  readonly rank: string
}

function compile(operation: ProxiedOperation): CompiledRoute {
  const parts = operation.path.slice(1).split('/').map(compilePart)
  const rank = parts.map(({ names }) => (names.length > 1 ? 1 : names.length * 2)).join('')
  return { operation, parts, rank }
}

function compilePart(template: string): Part {
  const names: string[] = []
  const source = template.replace(/\{([^}]+)\}|[\\^$.*+?()[\]{}|]/g, (found, name) => {
    if (!name) return `\\${found}`
    names.push(name)
    return '(.+?)'
  })
  const pattern = new RegExp(`^${source}$`)
  const mayMean = (text: string): boolean => (names.length > 0 ? pattern.test(text) : fold(text) === fold(template))
  return { names, pattern, mayMean }
}

/**
 * Removes case, accents, width, spaces, invisible characters and suffixes after a dot: some servers read `Search`,
 * `search `, `search.json` or a full-width `search` as `search`. Returns upper case, where a dotless i equals `i`.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\s\p{C}\p{M}]|\..*/gsu, '')
    .toUpperCase()
}
