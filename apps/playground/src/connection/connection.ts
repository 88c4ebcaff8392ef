import type { ConnectedCluster } from '@x/camunda'
import type { Authenticator } from '@x/rest'
import type { Api } from '../apis.ts'
import type { ApiAccess } from '../calls/api-access.ts'

/** A token cache of this tab, with what it is used for. */
export interface TokenCache {
  readonly credentials: Api['credentials']
  readonly clientId: string
  /** Drops the token of an audience, or all. */
  forget(audience?: string): Promise<void>
  /** The audiences that this connection requests tokens for. */
  readonly audiences: readonly (string | undefined)[]
}

/** A cluster of any version, through one interface. */
export type Cluster = ConnectedCluster<Authenticator>

/** What the playground is connected to. Another connection is another object. */
export interface Connection {
  /** `sample` is the embedded Camunda of this browser, `cluster` a real one behind a proxy. */
  readonly kind: 'sample' | 'cluster'
  /** Its name in the bar and in confirmations, such as `Orders production`. */
  readonly name: string
  /** Why changes are not allowed; undefined if they are. */
  readonly readOnly: string | undefined
  /** The APIs that it can call, by {@link Api.name}. */
  readonly accesses: ReadonlyMap<string, ApiAccess>
  /** Loads the interface over all versions, once. Undefined if the credentials are only for an organization. */
  readonly loadCluster: (() => Promise<Cluster>) | undefined
  /** None with a proxy, which keeps the tokens on its server. */
  readonly tokenCaches: readonly TokenCache[]
}
