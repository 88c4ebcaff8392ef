/** How the token endpoint and the API of one run behave. */
export interface Plan {
  /** Lifetime of the tokens. */
  readonly lifetimeS: number
  readonly format?: 'jwt' | 'opaque' | 'malformed' | undefined
  /** False: the answer does not say how long the token lives. */
  readonly sayLifetime?: boolean | undefined
  /** How long the token endpoint takes from its second answer on. */
  readonly refreshMs?: number | undefined
  readonly fail?: Failure | undefined
  /** The API refuses the first token from its second use on. */
  readonly revoke?: boolean | undefined
}

/** When the token endpoint fails, and how. */
export interface Failure {
  /** `hang`: never answers. */
  readonly status: number | 'hang'
  readonly retryAfterS?: number | undefined
  /** For this long from the first request on; for ever if left out. */
  readonly forMs?: number | undefined
  /** Only once a token was granted. */
  readonly afterFirstToken?: boolean | undefined
}

/** What the servers of one run saw. */
export interface Counts {
  readonly tokenRequests: number
  readonly tokensGranted: number
  readonly apiCalls: number
  /** API calls without an Authorization header. */
  readonly apiUnauthenticated: number
  /** API calls with a token that had expired. */
  readonly apiExpired: number
  /** API calls with a token that another token endpoint granted. */
  readonly apiForeign: number
}

/** What one asks the server process for. */
export interface ServerOrder {
  readonly do: 'open' | 'counts' | 'close'
  readonly run: string
  readonly plan?: Plan | undefined
}
