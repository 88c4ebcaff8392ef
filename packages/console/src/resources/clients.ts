import { type CallOptions, createMethods, type Transport, ValidationError } from '@x/rest'
import { clients as routes } from '../routes.ts'
import type { ClientConnectionDetails, ClusterClient, CreateClientBody, CreatedClusterClient } from '../types/client.ts'

/** The API clients of a cluster: what programs authenticate as. Permission group: Clients ("Zeebe Client" in older consoles). */
export interface Clients {
  /**
   * All API clients of the cluster, without their secrets.
   *
   * `GET /clusters/{clusterUuid}/clients`, permission Clients: get.
   */
  list(clusterId: string, options?: CallOptions): Promise<ClusterClient[]>

  /**
   * Creates an API client and gives its secret. **No later call gives the secret again**: store it at once.
   *
   * `POST /clusters/{clusterUuid}/clients`, permission Clients: create.
   *
   * **Leaving out `permissions` grants all of them.** The call is not repeated by itself when its answer gets lost.
   *
   * @throws ApiError 400 when the name is taken; 403 also when the plan allows no further client.
   * @throws ValidationError when `permissions` is given as `undefined`; nothing was sent.
   * @example
   * const client = await administration.clients.create(clusterId, { clientName: 'worker', permissions: ['Zeebe'] })
   * const auth = createOAuth({ tokenUrl, clientId: client.clientId, clientSecret: client.clientSecret })
   */
  create(clusterId: string, body: CreateClientBody, options?: CallOptions): Promise<CreatedClusterClient>

  /**
   * The connection details of one API client, named as the environment variables of the Zeebe clients.
   *
   * `GET /clusters/{clusterUuid}/clients/{clientId}`, permission Clients: get.
   *
   * @throws ApiError 404 when there is no such cluster or client; 412 while the cluster is not ready: ask again later.
   */
  get(clusterId: string, clientId: string, options?: CallOptions): Promise<ClientConnectionDetails>

  /**
   * Deletes an API client by its `clientId` (not its `uuid`). **There is no way back.**
   *
   * `DELETE /clusters/{clusterUuid}/clients/{clientId}`, permission Clients: delete.
   *
   * @throws ApiError 404 when there is no such cluster or client.
   */
  delete(clusterId: string, clientId: string, options?: CallOptions): Promise<void>
}

/** {@link Clients} over a transport. */
export function clientsOver(transport: Transport): Clients {
  const methods: Clients = createMethods(transport, routes)
  return {
    ...methods,
    create: async (clusterId, body, options) => {
      refuseUndefinedPermissions(body)
      return methods.create(clusterId, body, options)
    },
  }
}

/** JSON leaves out what is undefined, and for the server that means all permissions. Held in every mode of validation. */
function refuseUndefinedPermissions(body: CreateClientBody): void {
  if (!body || !('permissions' in body) || body.permissions !== undefined) return
  const message = 'is undefined: list what the client may use, or leave the member out to grant everything'
  throw new ValidationError(routes.create.id, 'body', [{ path: 'permissions', message }])
}
