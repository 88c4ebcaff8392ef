import type { Client, ClientRegistry, ClusterScope, OrganizationPermission } from './clients.ts'
import type { ClusterStatus } from './console/cluster.ts'
import type { Organization } from './console/organization.ts'
import type { FailurePlan, PlannedFailure } from './failures.ts'
import type { RateLimiter } from './token/rate-limit.ts'

/** Id and secret of a client that a test created. */
export interface NewClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** Controls for tests and demonstrations. They are not part of any Camunda API. */
export interface Controls {
  /** Rejects all tokens issued so far, and all sessions, as if they had expired. */
  expireTokens(): void
  /** Replaces the secret of a client and returns the new one. Issued tokens stay valid, as on the real service. */
  rotateSecret(clientId: string): string
  /** Creates an organization client with these permissions; on Self-Managed an application. The Console API cannot do this. */
  createOrganizationClient(permissions: Iterable<OrganizationPermission>): NewClient
  /** Replaces the permissions of a client, immediately and for tokens that it already has. */
  setPermissions(clientId: string, permissions: Iterable<OrganizationPermission | ClusterScope>): void
  /** Sets the status of a cluster, such as `Suspended`, until another operation changes it. */
  setClusterStatus(clusterId: string, status: ClusterStatus): void
  /** The id of a cluster that exists but belongs to another organization. */
  readonly foreignClusterId: string
  /** Resolves an active incident, as a user does in Operate. The API of Operate v1 cannot do this. */
  resolveIncident(clusterId: string, key: string): void
  /**
   * Plans failures for the next matching requests.
   *
   * @example
   * emulator.controls.failNext({ kind: 'operate', times: 2, response: { status: 503, headers: { 'retry-after': '1' } } })
   */
  failNext(failure: PlannedFailure): void
  /** Blocks the token endpoint: all callers get a 429 for `ms` milliseconds. No effect with `rateLimit: false`. */
  rateLimit(ms: number): void
}

export interface ControlsParts {
  readonly clients: ClientRegistry
  readonly organization: Organization
  readonly failures: FailurePlan
  readonly limiter: RateLimiter | undefined
  resolveIncident(clusterId: string, key: string): void
  nextGeneration(): void
}

export function createControls(parts: ControlsParts): Controls {
  const { clients, organization, failures, limiter } = parts
  const find = (clientId: string): Client => {
    const client = clients.get(clientId)
    if (client === undefined) throw new TypeError('The emulator has no client with this id.')
    return client
  }
  return {
    expireTokens: parts.nextGeneration,
    rotateSecret: (clientId) => clients.rotateSecret(find(clientId)),
    createOrganizationClient: (permissions) => {
      const { clientId, clientSecret } = clients.create({ kind: 'organization', name: 'made by a test', permissions })
      return { clientId, clientSecret }
    },
    setPermissions: (clientId, permissions) => {
      find(clientId).permissions = new Set(permissions)
    },
    setClusterStatus: (clusterId, status) => {
      const cluster = organization.clusters.get(clusterId)
      if (cluster === undefined) throw new TypeError(`The emulator has no cluster ${clusterId}.`)
      cluster.resting = status
      cluster.phase = undefined
    },
    foreignClusterId: organization.foreignClusterId,
    resolveIncident: parts.resolveIncident,
    failNext: failures.add,
    rateLimit: (ms) => limiter?.block(ms),
  }
}
