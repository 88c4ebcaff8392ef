import type { Random } from './random.ts'

/** The scopes that a cluster client can have. Each gives access to one product of its cluster. */
export type ClusterScope = 'Zeebe' | 'Operate' | 'Tasklist' | 'Optimize' | 'Secrets'

export const CLUSTER_SCOPES: readonly ClusterScope[] = ['Zeebe', 'Operate', 'Tasklist', 'Optimize', 'Secrets']

/** The permissions that an organization client can have, in the groups of Camunda's dialog. */
export type OrganizationPermission =
  `${'Cluster' | 'Clients' | 'Secrets' | 'Backups' | 'IpAllowlist' | 'Members' | 'WebModeler'}:${'get' | 'create' | 'update' | 'delete'}`

export const ORGANIZATION_PERMISSIONS: readonly OrganizationPermission[] = (
  ['Cluster', 'Clients', 'Secrets', 'Backups', 'IpAllowlist', 'Members', 'WebModeler'] as const
).flatMap((group) => (['get', 'create', 'update', 'delete'] as const).map((verb) => `${group}:${verb}` as const))

/** A client that the token endpoint accepts. */
export interface Client {
  /** `application` is a client of Self-Managed, which has access to everything it was granted. */
  readonly kind: 'cluster' | 'organization' | 'application'
  readonly uuid: string
  readonly name: string
  readonly clientId: string
  clientSecret: string
  /** The cluster of a cluster client. */
  readonly clusterId?: string | undefined
  /** {@link ClusterScope} or {@link OrganizationPermission}, depending on the kind of the client. */
  permissions: ReadonlySet<string>
}

/** All clients of the emulated organization: from the seed, the Console API, or a test. */
export interface ClientRegistry {
  create(
    client:
      | { kind: 'cluster'; name: string; clusterId: string; permissions: Iterable<ClusterScope> }
      | { kind: 'organization'; name: string; permissions: Iterable<OrganizationPermission> }
      | { kind: 'application'; name: string; permissions: Iterable<ClusterScope | OrganizationPermission> },
  ): Client
  get(clientId: string): Client | undefined
  /** Returns the client if `clientSecret` is its secret. */
  authenticate(clientId: string, clientSecret: string): Client | undefined
  ofCluster(clusterId: string): Client[]
  /** The clients that belong to no cluster. */
  organization(): Client[]
  /** Replaces the secret of the client. The old one stops working. */
  rotateSecret(client: Client): string
  delete(clientId: string): void
  clear(): void
}

// The lengths of the ids and secrets that Console creates.
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
