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

/** Finds the allowed operation of a method and a path; `undefined` for everything else. @throws Refusal */
export type RouteTable = (method: string, path: string) => RouteMatch | undefined

/**
 * Creates the route table of one API.
 *
 * It must know the operations that are not allowed, too: `/backups/{backupId}` also fits `/backups/schedule`, which is
 * another operation and would be a way around the list. So the best match is looked for among all operations, as the
 * server does it, and returned only if it is allowed. Servers differ in case, in what they trim, and in suffixes; a path
 * that only one of them would read as another operation is not found.
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
      // A part without a parameter must be written exactly like the template.
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
  /** Whether some server could take this text for the part. */
  mayMean(text: string): boolean
}

interface CompiledRoute {
  readonly operation: ProxiedOperation
  readonly parts: readonly Part[]
  /** Sorts literal segments before parameters, from left to right: a digit for each. */
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
 * Without case, accents, width, spaces, invisible characters and what follows a dot: some servers read `Search`,
 * `search `, `search.json` or a full-width `search` as `search`. Upper case, since a dotless i has the same as `i`.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\s\p{C}\p{M}]|\..*/gsu, '')
    .toUpperCase()
}
