import type { ProxiedOperation } from './operation.ts'
import { readSegments, writeSegments } from './path-segments.ts'

/** A listed operation that a request means. */
export interface RouteMatch {
  readonly operation: ProxiedOperation
  /** Path for upstream, below the address of the API. */
  readonly path: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
}

/** Finds the listed operation of a method and a path; undefined for everything else. */
export type RouteTable = (method: string, path: string) => RouteMatch | undefined

/**
 * Makes the route table of one API.
 *
 * It has to know the operations that are not listed, too: `/backups/{backupId}` also fits `/backups/schedule`, which is
 * another operation and would be a way around the list. So the operation that fits best is looked for among all, the way
 * the server does it, and it is given only if it is listed. Servers differ in case, trailing dots and suffixes; a path
 * that only one of them would read as another operation is not found.
 */
export function createRouteTable(operations: readonly ProxiedOperation[], allow: readonly string[]): RouteTable {
  const listed = new Set(allow)
  const routes = operations.map(compile).sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)))
  return (method, path) => {
    const segments = readSegments(path)
    if (!segments) return undefined
    const meant = routes.find(
      ({ operation, parts }) =>
        operation.method === method &&
        parts.length === segments.length &&
        parts.every((part, index) => part.mayMean(segments[index]?.text ?? '')),
    )
    if (!meant || !listed.has(meant.operation.id)) return undefined
    const params: Record<string, string> = {}
    for (const [index, part] of meant.parts.entries()) {
      if (part.literal !== undefined && part.literal !== segments[index]?.raw) return undefined
      for (const [at, name] of part.names.entries()) {
        const value = part.pattern.exec(segments[index]?.text ?? '')?.[at + 1] ?? ''
        // Of dots only: a way up.
        if (/^\.+$/.test(value)) return undefined
        params[name] = value
      }
    }
    return { operation: meant.operation, path: writeSegments(segments), params }
  }
}

interface Part {
  /** Set when the part has no parameter. */
  readonly literal: string | undefined
  readonly names: readonly string[]
  readonly pattern: RegExp
  /** Whether some server could take this text for the part. */
  mayMean(text: string): boolean
}

interface CompiledRoute {
  readonly operation: ProxiedOperation
  readonly parts: readonly Part[]
  /** Sorts what is named before what is a parameter, segment by segment from the left. */
  readonly rank: string
}

function compile(operation: ProxiedOperation): CompiledRoute {
  const parts = operation.path.slice(1).split('/').map(compilePart)
  const rank = parts.map(({ literal, names }) => (literal !== undefined ? 0 : names.length > 1 ? 1 : 2)).join('')
  return { operation, parts, rank }
}

function compilePart(template: string): Part {
  // Every other piece is the name of a parameter.
  const pieces = template.split(/\{([^}]+)\}/)
  const names = pieces.filter((_, index) => index % 2 === 1)
  const source = pieces.map((piece, index) => (index % 2 === 1 ? '(.+?)' : quote(piece))).join('')
  const pattern = new RegExp(`^${source}$`)
  if (names.length > 0) return { literal: undefined, names, pattern, mayMean: (text) => pattern.test(text) }
  const name = fold(template)
  return { literal: template, names, pattern, mayMean: (text) => fold(text) === name }
}

/** Without case and without what follows a dot: servers exist that read `Search`, `search.` and `search.json` as `search`. */
function fold(text: string): string {
  return text.toLowerCase().replace(/\..*$/, '')
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
