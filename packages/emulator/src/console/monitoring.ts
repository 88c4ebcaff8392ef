import { object, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import type { Cluster, MonitoringClient } from './cluster.ts'
import { findCluster, isoDate, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/monitoring'

/** The metrics endpoint for your own monitoring, and the users that may read it. */
export function monitoringRoutes(organization: Organization): ConsoleRoute[] {
  const { clock, random } = organization
  const find = (cluster: Cluster, uuid: string): { readonly client: MonitoringClient; password: string } => {
    const found = cluster.monitoringClients.get(uuid)
    if (found === undefined) throw new Refusal(404, 'Client not found')
    return found
  }
  return [
    {
      method: 'POST',
      path: PATH,
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        if (cluster.monitoring) throw new Refusal(409, 'Monitoring is already activated')
        cluster.monitoring = true
        return empty()
      },
    },
    {
      method: 'DELETE',
      path: PATH,
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        if (!cluster.monitoring) throw new Refusal(409, 'Monitoring is not activated')
        cluster.monitoring = false
        return empty()
      },
    },
    {
      method: 'GET',
      path: `${PATH}/clients`,
      permission: 'Cluster:get',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        return json(200, {
          clients: [...cluster.monitoringClients.values()].map(({ client }) => clientDto(client)),
          status: cluster.monitoring ? endpointOf(cluster) : {},
        })
      },
    },
    {
      method: 'POST',
      path: `${PATH}/clients`,
      permission: 'Cluster:update',
      body: object({ username: string() }),
      handle: ({ param, body, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const { username } = body as { username: string }
        const client = { uuid: random.uuid(), username, created: clock.now(), createdBy: caller.clientId }
        const password = random.token(32)
        cluster.monitoringClients.set(client.uuid, { client, password })
        return json(200, { ...clientDto(client), password })
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/clients/{clientUuid}`,
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        cluster.monitoringClients.delete(find(cluster, param('clientUuid')).client.uuid)
        return empty()
      },
    },
    {
      method: 'POST',
      path: `${PATH}/clients/{clientUuid}/rotate`,
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        const found = find(cluster, param('clientUuid'))
        found.password = random.token(32)
        return json(200, { ...clientDto(found.client), password: found.password })
      },
    },
  ]
}

function clientDto({ uuid, username, created, createdBy }: MonitoringClient): Record<string, unknown> {
  return {
    uuid,
    name: username,
    username,
    created: isoDate(created),
    // A date is required, even for a client that was never used.
    lastUsed: isoDate(created),
    createdBy,
    createdByName: createdBy,
  }
}

function endpointOf(cluster: Cluster): Record<string, unknown> {
  return {
    metricsEndpoint: {
      target: `${cluster.region.code}.monitoring.camunda.io:443`,
      scheme: 'https',
      path: `/${cluster.uuid}/metrics`,
    },
    conditions: [],
  }
}
