import type { Client, ClientRegistry, ClusterScope, OrganizationPermission } from './clients.ts'
import type { ClusterStatus } from './console/cluster.ts'
import type { Organization } from './console/organization.ts'
import type { FailurePlan, PlannedFailure } from './failures.ts'
import type { RateLimiter } from './token/rate-limit.ts'

/** Id and secret of a client that a test made. */
export interface NewClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** What happens to a client from outside: levers for tests and demonstrations, not part of any Camunda API. */
export interface Controls {
  /** All tokens issued so far, and all sessions, are refused from now on, as if they had expired. */
  expireTokens(): void
  /** Gives a client a new secret and returns it; the old one is refused. Tokens stay good, as on the real service. */
  rotateSecret(clientId: string): string
  /** Makes an organization client with these permissions, which the Console API cannot. On Self-Managed an application. */
  createOrganizationClient(permissions: Iterable<OrganizationPermission>): NewClient
  /** Changes what a client may do, at once and for tokens it already has. */
  setPermissions(clientId: string, permissions: Iterable<OrganizationPermission | ClusterScope>): void
  /** Puts a cluster to sleep, or into any other status, until something else happens to it. */
  setClusterStatus(clusterId: string, status: ClusterStatus): void
  /** The id of a cluster that exists but belongs to another organization. */
  readonly foreignClusterId: string
  /** Resolves an active incident, as somebody does in Operate's user interface, which its API cannot. */
  resolveIncident(clusterId: string, key: string): void
  /**
   * Lets coming requests fail.
   *
   * @example
   * emulator.controls.failNext({ kind: 'operate', times: 2, answer: { status: 503, headers: { 'retry-after': '1' } } })
   */
  failNext(failure: PlannedFailure): void
  /** The token endpoint answers everybody with 429 for so many milliseconds. No effect with `rateLimit: false`. */
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
