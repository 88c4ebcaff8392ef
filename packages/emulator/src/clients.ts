import type { Random } from './random.ts'

/** What a cluster client may be given; each opens one product of its cluster. */
export type ClusterScope = 'Zeebe' | 'Operate' | 'Tasklist' | 'Optimize' | 'Secrets'

export const CLUSTER_SCOPES: readonly ClusterScope[] = ['Zeebe', 'Operate', 'Tasklist', 'Optimize', 'Secrets']

/** What an organization client may do, by the groups that Camunda's dialog shows. */
export type OrganizationPermission =
  `${'Cluster' | 'Clients' | 'Secrets' | 'Backups' | 'IpAllowlist' | 'Members' | 'WebModeler'}:${'get' | 'create' | 'update' | 'delete'}`

export const ORGANIZATION_PERMISSIONS: readonly OrganizationPermission[] = (
  ['Cluster', 'Clients', 'Secrets', 'Backups', 'IpAllowlist', 'Members', 'WebModeler'] as const
).flatMap((group) => (['get', 'create', 'update', 'delete'] as const).map((verb) => `${group}:${verb}` as const))

/** A client that the token endpoint knows. */
export interface Client {
  /** An application is a client of Self-Managed, which opens what it was granted, whatever that is. */
  readonly kind: 'cluster' | 'organization' | 'application'
  readonly uuid: string
  readonly name: string
  readonly clientId: string
  clientSecret: string
  /** The cluster of a cluster client. */
  readonly clusterId?: string | undefined
  /** {@link ClusterScope} or {@link OrganizationPermission}, by the client's kind. */
  permissions: ReadonlySet<string>
}

/** All clients of the emulated organization: made by the seed, through the Console API, or by a test. */
export interface ClientRegistry {
  create(
    client:
      | { kind: 'cluster'; name: string; clusterId: string; permissions: Iterable<ClusterScope> }
      | { kind: 'organization'; name: string; permissions: Iterable<OrganizationPermission> }
      | { kind: 'application'; name: string; permissions: Iterable<ClusterScope | OrganizationPermission> },
  ): Client
  get(clientId: string): Client | undefined
  /** The client, when `clientSecret` is its secret. */
  authenticate(clientId: string, clientSecret: string): Client | undefined
  ofCluster(clusterId: string): Client[]
  /** Those that belong to no cluster. */
  organization(): Client[]
  /** Gives the client a new secret; the old one is worthless from now on. */
  rotateSecret(client: Client): string
  delete(clientId: string): void
  clear(): void
}

// Lengths of the ids and secrets that Console hands out.
const LENGTHS = {
  cluster: { id: 32, secret: 64 },
  organization: { id: 16, secret: 32 },
  application: { id: 16, secret: 32 },
} as const

export function createClientRegistry(random: Random): ClientRegistry {
  const clients = new Map<string, Client>()
  return {
    create: ({ kind, name, permissions, ...rest }) => {
      const client: Client = {
        kind,
        uuid: random.uuid(),
        name,
        clientId: random.token(LENGTHS[kind].id),
        clientSecret: random.token(LENGTHS[kind].secret),
        permissions: new Set(permissions),
        ...rest,
      }
      clients.set(client.clientId, client)
      return client
    },
    get: (clientId) => clients.get(clientId),
    authenticate: (clientId, clientSecret) => {
      const client = clients.get(clientId)
      return client?.clientSecret === clientSecret ? client : undefined
    },
    ofCluster: (clusterId) => [...clients.values()].filter((client) => client.clusterId === clusterId),
    organization: () => [...clients.values()].filter((client) => client.clusterId === undefined),
    rotateSecret: (client) => {
      client.clientSecret = random.token(LENGTHS[client.kind].secret)
      return client.clientSecret
    },
    delete: (clientId) => {
      clients.delete(clientId)
    },
    clear: () => clients.clear(),
  }
}
