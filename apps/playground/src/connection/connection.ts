import type { Authenticator, OAuth } from '@x/auth'
import type { Api } from '../apis.ts'

/** The way into one API: what its client needs, whatever stands behind. */
export interface ApiAccess {
  readonly api: Api
  readonly baseUrl: string
  readonly auth: Authenticator
  /** Whom tokens are for; undefined leaves it to the client. */
  readonly audience: string | undefined
  readonly fetch: typeof fetch
}

/** A token cache of this tab, with what it is asked for. */
export interface TokenCache {
  readonly credentials: Api['credentials']
  readonly clientId: string
  readonly auth: OAuth
  /** The audiences that this connection asks tokens for. */
  readonly audiences: readonly (string | undefined)[]
}

/** What the playground talks to at the moment. */
export interface Connection {
  readonly mode: 'embedded' | 'proxy'
  /** The APIs that it opens, by {@link Api.name}. */
  readonly accesses: ReadonlyMap<string, ApiAccess>
  /** None behind a proxy, which keeps the tokens on its server. */
  readonly tokenCaches: readonly TokenCache[]
}
