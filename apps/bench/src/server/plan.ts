/** How the token endpoint and the API of one run behave. */
export interface Plan {
  /** Lifetime of the tokens. */
  readonly lifetimeS: number
  readonly format?: 'jwt' | 'opaque' | 'malformed' | undefined
  /** False if the response omits the lifetime of the token. */
  readonly sayLifetime?: boolean | undefined
  /** How long the token endpoint takes, from its second response on. */
  readonly refreshMs?: number | undefined
  readonly fail?: Failure | undefined
  /** The API rejects the first token from its second use on. */
  readonly revoke?: boolean | undefined
}

/** When the token endpoint fails, and how. */
export interface Failure {
  /** `hang`: never responds. */
  readonly status: number | 'hang'
  readonly retryAfterS?: number | undefined
  /** Duration, from the first request on; forever if undefined. */
  readonly forMs?: number | undefined
  /** Only after a token was granted. */
  readonly afterFirstToken?: boolean | undefined
}

/** What the servers of one run observed. */
export interface Counts {
  readonly tokenRequests: number
  readonly tokensGranted: number
  readonly apiCalls: number
  /** API calls without an Authorization header. */
  readonly apiUnauthenticated: number
  /** API calls with a token that had expired. */
  readonly apiExpired: number
  /** API calls with a token of another token endpoint. */
  readonly apiForeign: number
}

/** The orders that the server process executes. */
export interface ServerOrder {
  readonly do: 'open' | 'counts' | 'close'
  readonly run: string
  readonly plan?: Plan | undefined
}
