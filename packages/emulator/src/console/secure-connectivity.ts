import { list, object, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import type { Cluster } from './cluster.ts'
import { findCluster, isoDate, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const PATH = '/clusters/{clusterUuid}/secure-connectivity'

/** The private connection between the customer's network and the cluster. */
export function secureConnectivityRoutes(organization: Organization): ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: PATH,
      permission: 'Cluster:get',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        return json(200, { status: cluster.secureConnectivity ? connectionDto(organization, cluster) : {} })
      },
    },
    {
      method: 'POST',
      path: PATH,
      permission: 'Cluster:update',
      body: object({ allowedPrincipals: list(string()), allowedRegions: list(string()) }),
      handle: ({ param, body }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        if (cluster.secureConnectivity) throw new Refusal(409, 'Secure connectivity is already activated')
        const spec = body as { allowedPrincipals: string[]; allowedRegions: string[] }
        cluster.secureConnectivity = { ...spec, since: organization.clock.now() }
        return empty()
      },
    },
    {
      method: 'DELETE',
      path: PATH,
      permission: 'Cluster:update',
      handle: ({ param }) => {
        const cluster = findCluster(organization, param('clusterUuid'))
        if (!cluster.secureConnectivity) throw new Refusal(409, 'Secure connectivity is not activated')
        cluster.secureConnectivity = undefined
        return empty()
      },
    },
  ]
}

function connectionDto(organization: Organization, cluster: Cluster): Record<string, unknown> {
  const { allowedPrincipals = [], allowedRegions = [], since = cluster.created } = cluster.secureConnectivity ?? {}
  const name = `sc-${cluster.uuid}`
  return {
    metadata: { name, labels: { orgId: organization.id }, namespace: cluster.uuid },
    spec: { allowedPrincipals, allowedRegions, cluster: { id: cluster.uuid } },
    status: {
      urls: {},
      observedGeneration: 1,
      endpointConnectionCount: 0,
      endpoint: {
        privateDnsName: `${cluster.region.code}.private.camunda.io`,
        type: 'Interface',
        serviceName: `com.amazonaws.vpce.${cluster.region.cloudRegion}.${name}`,
        region: cluster.region.cloudRegion,
      },
      endpointConnections: [],
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'EndpointAvailable',
          message: 'The endpoint accepts connections.',
          observedGeneration: 1,
          lastTransitionTime: isoDate(since),
        },
      ],
    },
  }
}
