import { list, object, oneOf, string } from '../body-shape.ts'
import { CLUSTER_SCOPES, type Client, type ClusterScope } from '../clients.ts'
import { empty, json } from '../responses.ts'
import type { Cluster } from './cluster.ts'
import { audit, findCluster, isHealthy, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/clients'
const CREATE_BODY = object({ clientName: string() }, { permissions: list(oneOf(...CLUSTER_SCOPES)) })

/**
 * Clients of a cluster. A secret is shown once, when its client is created, and is then valid at the token endpoint.
 */
export function clusterClientRoutes(organization: Organization): ConsoleRoute[] {
  const { clients } = organization
  const find = (cluster: Cluster, clientId: string): Client => {
    const client = clients.get(clientId)
    if (client?.clusterId !== cluster.uuid) throw new Refusal(404, 'Client not found')
    return client
  }
  return [
    {
      method: 'GET',
      path: PATH,
      permission: 'Clients:get',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        return json(
          200,
          clients.ofCluster(cluster.uuid).map(({ name, clientId, permissions }) => ({
            name,
            clientId,
            permissions: [...permissions],
          })),
        )
      },
    },
    {
      method: 'POST',
      path: PATH,
      permission: 'Clients:create',
      body: CREATE_BODY,
      handle: ({ param, body, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        // As in Console, a client that is created without permissions gets all of them.
        const { clientName: name, permissions = CLUSTER_SCOPES } = body as {
          clientName: string
          permissions?: ClusterScope[]
        }
        if (!/^\S{1,50}$/.test(name)) throw new Refusal(400, 'Client names have 1 to 50 characters and no spaces')
        const existing = clients.ofCluster(cluster.uuid)
        if (existing.some((client) => client.name === name)) throw new Refusal(400, 'Client names must be unique')
        if (existing.length >= organization.limits.clients) {
          throw new Refusal(403, 'Maximum number of clients reached')
        }
        const client = clients.create({ kind: 'cluster', name, clusterId: cluster.uuid, permissions })
        audit(organization, caller, {
          audit: `Client ${name} created`,
          auditType: 'c',
          entity: 'Client',
          entityId: client.clientId,
          parentEntity: 'Cluster',
          parentEntityId: cluster.uuid,
        })
        const { identity: _, ...links } = organization.links(cluster)
        return json(200, {
          name,
          uuid: client.uuid,
          clientId: client.clientId,
          clientSecret: client.clientSecret,
          permissions: [...client.permissions],
          audience: 'zeebe.camunda.io',
          links,
        })
      },
    },
    {
      method: 'GET',
      path: `${PATH}/{clientId}`,
      permission: 'Clients:get',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const client = find(cluster, param('clientId'))
        if (!isHealthy(organization, cluster)) throw new Refusal(412, 'The cluster is not ready; try again later')
        return json(200, {
          name: client.name,
          ZEEBE_ADDRESS: `${cluster.uuid}.${cluster.region.code}.zeebe.camunda.io:443`,
          ZEEBE_CLIENT_ID: client.clientId,
          ZEEBE_AUTHORIZATION_SERVER_URL: organization.links(cluster).oauth,
        })
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/{clientId}`,
      permission: 'Clients:delete',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const client = find(cluster, param('clientId'))
        clients.delete(client.clientId)
        audit(organization, caller, {
          audit: `Client ${client.name} deleted`,
          auditType: 'd',
          entity: 'Client',
          entityId: client.clientId,
          parentEntity: 'Cluster',
          parentEntityId: cluster.uuid,
        })
        return empty()
      },
    },
  ]
}
