/** Compact text by name, as `tools/derive` writes it: the routes, calls or shapes of a resource. */
export type Texts = Readonly<Record<string, string>>

/** Reads named shapes, one per line: a name, a space, and the shape. */
export function readTexts(...texts: readonly string[]): Texts {
  return Object.fromEntries(Array.from(texts.join('\n').matchAll(/^(\w+) (.*)$/gm), ([, name, text]) => [name, text]))
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The arguments of a method between its path parameters and the call options, in this order. */
export type Input = 'body' | 'form' | 'query'

/** How the next page of a search is requested. */
export type Paging = 'searchAfter' | 'page' | 'cursor' | 'offset'

/** The Camunda versions that know something. */
export interface Lifetime {
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly deprecated?: boolean | undefined
}

/** Describes how to send one operation. Plain data without schemas, so that a single resource can be imported. */
export interface Route extends Lifetime {
  /** Resource and method, for example `clusters.get`. Stable: errors and events contain it. */
  readonly id: string
  readonly method: HttpMethod
  /** Path template below the base URL, for example `/clusters/{clusterUuid}`. */
  readonly path: `/${string}`
  /** A `form` is sent as multipart/form-data, a `body` as JSON. @defaultValue nothing */
  readonly takes?: readonly Input[] | undefined
  /** True if the body or form may be omitted; an empty one is sent then. */
  readonly mayOmit?: boolean | undefined
  /** True if the body is an array. */
  readonly list?: boolean | undefined
  /**
   * Format of a successful response: `json` (default), `text` (BPMN, CSV), `bytes` (a stream) or `none` (nothing is
   * read).
   */
  readonly returns?: 'json' | 'text' | 'bytes' | 'none' | undefined
  /** True if the server may respond without content (204), which returns undefined. */
  readonly optional?: boolean | undefined
  readonly paging?: Paging | undefined
  /** True for a POST that is idempotent (searches). */
  readonly safe?: boolean | undefined
  /**
   * Set if the operation changes everything its filter matches, so that an empty filter must be explicit. A string
   * lists the members of the filter, separated by commas, that the server overrides: they do not limit what is changed.
   */
  readonly bulk?: boolean | string | undefined
  /** True if the data lags behind the commands that change it. */
  readonly eventuallyConsistent?: boolean | undefined
  /** False for the few operations that work without a token. If the authenticator has one, it is sent anyway. */
  readonly authenticated?: boolean | undefined
}

/**
 * Reads a route such as `POST body safe /jobs/activation`: a method, and words and a path in any order.
 *
 * @param base - Prefix of the path.
 */
export function readRoute(id: string, text: string, base = ''): Route {
  const [method, ...words] = text.split(' ')
  const route: Record<string, unknown> = { id, method, path: base }
  const takes: Input[] = []
  for (const word of words) {
    const [name, value = true] = word.split(':') as [string, string?]
    if (word.startsWith('/')) route.path = base + word
    else if (/^(body|form|query)\??$/.test(name)) {
      takes.push(name.replace('?', '') as Input)
      if (name.endsWith('?') && name !== 'query?') route.mayOmit = true
    } else if (/^(text|bytes|none)$/.test(name)) route.returns = name
    else if (name === 'eventual') route.eventuallyConsistent = true
    else if (name === 'anonymous') route.authenticated = false
    else route[name] = value
  }
  if (takes.length > 0) route.takes = takes
  return route as unknown as Route
}

/** Returns the names of a path's parameters, in order. */
export function pathParams(path: string): string[] {
  return path.split(/[{}]/).filter((_, index) => index % 2 === 1)
}
