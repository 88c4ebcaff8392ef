import type { CallOptions, OpenEnum, SecretText } from '@x/rest'
import type { ClusterLinks } from './clusters.ts'

/** The API clients of a cluster: the credentials that programs authenticate with. */
export interface Clients {
  /**
   * Returns all API clients of the cluster, without their secrets.
   *
   * @operation GET /clusters/{clusterUuid}/clients
   * @permission Clients: get
   */
  list(clusterId: string, options?: CallOptions): Promise<ClusterClient[]>

  /**
   * Creates an API client and returns its secret. **No later call returns the secret again**: store it at once.
   *
   * **Leaving out `permissions` grants all of them.** The call is not retried automatically if its response is lost.
   *
   * @operation POST /clusters/{clusterUuid}/clients
   * @permission Clients: create
   * @throws {ApiError} 400 if the name is taken; 403 also if the plan allows no further client
   * @throws {ValidationError} if `permissions` is `undefined`; nothing was sent
   * @example
   * const client = await administration.clients.create(clusterId, { clientName: 'worker', permissions: ['Zeebe'] })
   * const auth = createOAuth({ tokenUrl, clientId: client.clientId, clientSecret: client.clientSecret })
   */
  create(clusterId: string, body: CreateClientBody, options?: CallOptions): Promise<CreatedClusterClient>

  /**
   * Returns the connection details of one API client, named like the environment variables of the Zeebe clients.
   *
   * @operation GET /clusters/{clusterUuid}/clients/{clientId}
   * @permission Clients: get
   * @throws {ApiError} 404 if there is no such cluster or client; 412 while the cluster is not ready: try again later
   */
  get(clusterId: string, clientId: string, options?: CallOptions): Promise<ClientConnectionDetails>

  /**
   * Deletes an API client by its `clientId` (not its `uuid`). **This cannot be undone.**
   *
   * @operation DELETE /clusters/{clusterUuid}/clients/{clientId}
   * @permission Clients: delete
   * @throws {ApiError} 404 if there is no such cluster or client
   */
  delete(clusterId: string, clientId: string, options?: CallOptions): Promise<void>
}

/** A component that an API client of a cluster may use. Clusters from 8.7 on ignore all but `Zeebe`, `Optimize` and `Secrets`. */
export type ClientPermission = OpenEnum<'Zeebe' | 'Operate' | 'Tasklist' | 'Optimize' | 'Secrets'>

/** An API client of a cluster. */
export interface ClusterClient {
  name: string
  /** The id that the token endpoint and the other operations require. */
  clientId: string
  permissions: ClientPermission[]
}

/** A new API client. */
export interface CreateClientBody {
  /** Unique in the cluster; 1 to 50 characters without spaces are safe everywhere. */
  clientName: string
  /**
   * Components that the client may use. **Leaving it out grants all permissions** that the cluster has, so an explicit
   * `undefined` is rejected before anything is sent, except by a client that checks nothing.
   */
  permissions?: readonly ClientPermission[]
}

/**
 * A new API client with its secret, which no later call returns again.
 *
 * @insistsOn clientId, clientSecret
 */
export interface CreatedClusterClient {
  name: string
  uuid: string
  clientId: string
  /** **Shown this once.** Store it now, and keep it out of logs: it is plain text here. */
  clientSecret: SecretText
  permissions: ClientPermission[]
  /** Audience for this client's token request, for example `zeebe.camunda.io`. Missing on servers from before 2026. */
  audience?: string | undefined
  /** Addresses of the components that the client may use. */
  links?: ClusterLinks | undefined
}

/** Connection details of a client, without its secret. */
export interface ClientConnectionDetails {
  name: string
  ZEEBE_ADDRESS: string
  ZEEBE_CLIENT_ID: string
  ZEEBE_AUTHORIZATION_SERVER_URL: string
}
