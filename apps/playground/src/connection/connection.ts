import type { OAuth } from '@x/auth'
import type { Api } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'

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
