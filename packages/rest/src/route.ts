/** Compact text by name, as `tools/derive` writes it: the routes, calls or shapes of a resource. */
export type Texts = Readonly<Record<string, string>>

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a method takes between its path parameters and the options of the call, in this order. */
export type Input = 'body' | 'form' | 'query'

/** How the pages of a search follow one another. */
export type Paging = 'searchAfter' | 'page' | 'cursor' | 'offset'

/** The Camunda versions that know something. */
export interface Lifetime {
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly deprecated?: boolean | undefined
}

/** Describes how to send one operation. Plain data without schemas, so that one resource can be imported alone. */
export interface Route extends Lifetime {
  /** The path from the client to the method, for example `clusters.get`. Stable: errors and events carry it. */
  readonly id: string
  readonly method: HttpMethod
  /** Path template below the base URL, for example `/clusters/{clusterUuid}`. */
  readonly path: `/${string}`
  /** A `form` is sent as multipart/form-data, a `body` as JSON. @defaultValue nothing */
  readonly takes?: readonly Input[] | undefined
  /** True where the body or form may be left out; an empty one is sent then. */
  readonly mayOmit?: boolean | undefined
  /** True where the body is an array. */
  readonly list?: boolean | undefined
  /** What a successful response is: `json` (default), `text` (BPMN, CSV), `bytes` (a stream) or `none` (nothing is read). */
  readonly answer?: 'json' | 'text' | 'bytes' | 'none' | undefined
  readonly paging?: Paging | undefined
  /** True where sending it twice does no more than sending it once although the method is POST (searches). */
  readonly safe?: boolean | undefined
  /**
   * Set where it changes all that its filter matches, so that an empty filter has to be meant. Text has the members of the
   * filter, with commas, that the server overrides: they do not limit what is changed.
   */
  readonly bulk?: boolean | string | undefined
  /** True where the data lags behind the commands that changed it. */
  readonly eventuallyConsistent?: boolean | undefined
  /** False for the few operations that work without a token. One is sent all the same where the authenticator has one. */
  readonly authenticated?: boolean | undefined
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
