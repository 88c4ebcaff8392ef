import type { OAuth, OAuthOptions } from '@x/auth'
import type { ClusterCredentials, OrganizationCredentials } from '@x/env'
import type { OrchestrationClientOptions } from '@x/orchestration'
import type { Authenticator, ClientOptions, Fetch } from '@x/rest'

/** Options of `connectCluster` and `connectOrganization`. */
export interface ConnectOptions<Auth extends Authenticator = OAuth>
  extends Pick<ClientOptions, 'timeoutMs' | 'maxResponseBytes' | 'retry' | 'validate' | 'userAgent' | 'onEvent'> {
  /** Authenticates each request. @defaultValue OAuth with the credentials, see `createOAuth` of `@x/auth` */
  readonly auth?: Auth | undefined
  /**
   * Where tokens are stored and shared, see `@x/auth/storage`. Not used with `auth`. @defaultValue the memory of this
   * process
   */
  readonly storage?: OAuthOptions['storage']
  /**
   * Sends each request, including token requests: for example `throughUndici()` of `@x/rest/undici`, a mock or a proxy agent.
   * `auth.fetch` returns its responses. @defaultValue `globalThis.fetch`
   */
  readonly fetch?: Fetch | undefined
  /** Current time in milliseconds. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Options of `connectCluster`. */
export interface ClusterOptions<Auth extends Authenticator = OAuth>
  extends ConnectOptions<Auth>,
    Pick<OrchestrationClientOptions, 'tenantPath' | 'clusterAdminAuth'> {
  /**
   * Version of the cluster, such as `8.9`. If set, nothing is detected, and `restUrl` is used unchanged. Set it if
   * requests go through a proxy that does not allow the detection. @defaultValue detected with the first call
   */
  readonly version?: string | undefined
  /** True for an Operate v1 with `camunda.operate.rfc3339ApiDateFormat=true`. @defaultValue `false` */
  readonly rfc3339Dates?: boolean | undefined
}

/**
 * The connection to a cluster: the result of `readClusterCredentials` of `@x/env`, or a part of it. You can set each
 * address and audience; the others are derived. Client ID and secret are required unless you pass `auth`.
 */
export type ClusterConnection = Partial<ClusterCredentials>

/** The connection to an organization: the result of `readOrganizationCredentials` of `@x/env`, or a part of it. */
export type OrganizationConnection = Partial<OrganizationCredentials>
