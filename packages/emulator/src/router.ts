/** What a router needs of a route. `{name}` in the path matches one segment. */
export interface RoutePattern {
  readonly method: string
  readonly path: string
}

/** A matching route, or the methods that the path supports instead. */
export type RouteMatch<R> =
  | { readonly route: R; readonly params: Readonly<Record<string, string>> }
  | { readonly allow: string }

/**
 * Finds the route for a method and a path that is still encoded. A path without parameters takes precedence over one
 * with parameters; undefined if no route has the path.
 */
export function createRouter<R extends RoutePattern>(
  routes: readonly R[],
): (method: string, path: string) => RouteMatch<R> | undefined {
  const patterns = [...new Set(routes.map((route) => route.path))]
    .map((path) => ({
      segments: path.split('/'),
      parameters: path.split('{').length,
      group: routes.filter((route) => route.path === path),
    }))
    .toSorted((a, b) => a.parameters - b.parameters)
  return (method, path) => {
    const segments = path.split('/')
    for (const pattern of patterns) {
      const params = match(pattern.segments, segments)
      if (params === undefined) continue
      const route = pattern.group.find((candidate) => candidate.method === method)
      return route ? { route, params } : { allow: pattern.group.map((candidate) => candidate.method).join(', ') }
    }
    return undefined
  }
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (expected.startsWith('{')) {
      const value = decode(segment)
      if (value === undefined || value === '') return undefined
      params[expected.slice(1, -1)] = value
    } else if (expected !== segment) return undefined
  }
  return params
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
