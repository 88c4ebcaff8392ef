import type { Caller } from '../api.ts'
import { boolean, number, object, oneOf, string } from '../body-shape.ts'
import { empty, json } from '../responses.ts'
import { type Cluster, statusOf } from './cluster.ts'
import { audit, findCluster, isoDate, type Organization } from './organization.ts'
import type { Generation, Named, Region } from './parameters.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

const STAGES = ['dev', 'test', 'stage', 'prod'] as const
const DESCRIPTION = string({ max: 150 })

const CREATE_BODY = object(
  { name: string(), planTypeId: string(), channelId: string(), generationId: string(), regionId: string() },
  {
    autoUpdate: boolean,
    backupRegionId: string(),
    description: DESCRIPTION,
    encryption: oneOf('Software', 'Hardware', 'Provider', 'External'),
    hardwarePackages: number,
    identityBackendChecksEnabled: boolean,
    stageLabel: oneOf(...STAGES),
  },
)

const UPDATE_BODY = object(
  {},
  { name: string(), description: DESCRIPTION, stageLabel: oneOf(...STAGES), numberOfAllocatedHwPackages: number },
)

/** The body of a creation, which has passed {@link CREATE_BODY}. */
export interface ClusterRequest {
  readonly name: string
  readonly planTypeId: string
  readonly channelId: string
  readonly generationId: string
  readonly regionId: string
  readonly autoUpdate?: boolean | undefined
  readonly backupRegionId?: string | undefined
  readonly description?: string | undefined
  readonly encryption?: string | undefined
  readonly hardwarePackages?: number | undefined
  readonly stageLabel?: string | undefined
}

/** Lists, creates, reads, changes and deletes clusters, and lists the parameters for creating them. */
export function clusterRoutes(organization: Organization): ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: '/clusters',
      permission: 'Cluster:get',
      handle: ({ caller }) =>
        json(
          200,
          [...organization.clusters.values()].map((cluster) => clusterDto(organization, cluster, caller)),
        ),
    },
    {
      method: 'POST',
      path: '/clusters',
      permission: 'Cluster:create',
      body: CREATE_BODY,
      handle: ({ body, caller }) => {
        const cluster = createCluster(organization, body as ClusterRequest)
        audit(organization, caller, {
          audit: `Cluster ${cluster.name} created`,
          auditType: 'c',
          entity: 'Cluster',
          entityId: cluster.uuid,
        })
        return json(200, { clusterId: cluster.uuid })
      },
    },
    {
      method: 'GET',
      path: '/clusters/parameters',
      permission: 'Cluster:get',
      handle: () =>
        json(200, {
          ...organization.parameters,
          regions: organization.parameters.regions.map(({ code: _, cloudRegion: __, ...region }) => region),
        }),
    },
    {
      method: 'GET',
      path: '/clusters/{clusterUuid}',
      permission: 'Cluster:get',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'), 404)
        return json(200, clusterDto(organization, cluster, caller))
      },
    },
    {
      method: 'PATCH',
      path: '/clusters/{clusterUuid}',
      permission: 'Cluster:update',
      body: UPDATE_BODY,
      handle: ({ param, body, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'), 404)
        const change = body as Partial<ClusterRequest> & { numberOfAllocatedHwPackages?: number }
        cluster.name = checkName(change.name ?? cluster.name)
        cluster.description = change.description ?? cluster.description
        cluster.stageLabel = change.stageLabel ?? cluster.stageLabel
        cluster.hardwarePackages = change.numberOfAllocatedHwPackages ?? cluster.hardwarePackages
        audit(organization, caller, {
          audit: `Cluster ${cluster.name} updated`,
          auditType: 'u',
          entity: 'Cluster',
          entityId: cluster.uuid,
        })
        return empty()
      },
    },
    {
      method: 'DELETE',
      path: '/clusters/{clusterUuid}',
      permission: 'Cluster:delete',
      handle: ({ param, caller }) => {
        const cluster = findCluster(organization, param('clusterUuid'), 404)
        organization.clusters.delete(cluster.uuid)
        for (const client of organization.clients.ofCluster(cluster.uuid)) organization.clients.delete(client.clientId)
        audit(organization, caller, {
          audit: `Cluster ${cluster.name} deleted`,
          auditType: 'd',
          entity: 'Cluster',
          entityId: cluster.uuid,
        })
        return empty()
      },
    },
  ]
}

/**
 * Adds a cluster that becomes healthy after the duration of a creation.
 *
 * @throws {@link Refusal} 400 for ids that are not among the parameters.
 */
export function createCluster(organization: Organization, request: ClusterRequest): Cluster {
  const { parameters, clock, random, durations, limits } = organization
  if (organization.clusters.size >= limits.clusters) throw new Refusal(400, 'No reservations left')
  const name = checkName(request.name)
  const planType = byId(parameters.clusterPlanTypes, request.planTypeId, 'Invalid clusterPlanType')
  const region: Region = byId(parameters.regions, request.regionId, 'Invalid region')
  const channel = byId(parameters.channels, request.channelId, 'Invalid channel')
  const generation: Generation = byId(channel.allowedGenerations, request.generationId, 'Invalid generation')
  const { backupRegionId } = request
  if (backupRegionId !== undefined) byId(region.backups, backupRegionId, 'Invalid backup region')
  const now = clock.now()
  const cluster: Cluster = {
    uuid: random.uuid(),
    created: now,
    ownerId: organization.id,
    planType,
    region,
    backupRegion: parameters.regions.find(({ uuid }) => uuid === backupRegionId),
    channel: { uuid: channel.uuid, name: channel.name },
    // Only has an effect on the stable channel.
    autoUpdate: channel.name === 'Stable' && (request.autoUpdate ?? false),
    name,
    description: request.description,
    stageLabel: request.stageLabel,
    hardwarePackages: request.hardwarePackages ?? 1,
    generation,
    storage: 'search',
    encryption: { type: request.encryption ?? 'Provider' },
    resting: 'Healthy',
    phase: { status: 'Creating', until: now + durations.clusterCreation },
    failedOver: false,
    ipAllowlist: [],
    secrets: new Map(),
    backups: new Map(),
    restores: [],
    monitoring: false,
    monitoringClients: new Map(),
  }
  organization.clusters.set(cluster.uuid, cluster)
  return cluster
}

/** Returns the cluster as Console shows it to `caller`. */
export function clusterDto(organization: Organization, cluster: Cluster, caller: Caller): Record<string, unknown> {
  const status = statusOf(cluster, organization.clock.now())
  const { encryption } = cluster
  // Which keys apply is unknown until the customer sets one.
  const keyStatus = encryption.primaryKeyArn === undefined ? 'ExternalEncryptionKeyNotSupplied' : 'Ready'
  return {
    uuid: cluster.uuid,
    name: cluster.name,
    description: cluster.description,
    ownerId: cluster.ownerId,
    created: isoDate(cluster.created),
    planType: named(cluster.planType),
    region: named(cluster.region),
    backupRegion: cluster.backupRegion && named(cluster.backupRegion),
    generation: named(cluster.generation),
    channel: named(cluster.channel),
    autoUpdate: cluster.autoUpdate,
    labels: cluster.stageLabel === undefined ? [] : [cluster.stageLabel],
    status: {
      ready: status,
      zeebeStatus: status,
      operateStatus: status,
      tasklistStatus: status,
      optimizeStatus: status,
      connectorsStatus: status,
    },
    links: organization.links(cluster),
    encryption: { ...encryption, ...(encryption.type === 'External' && { status: keyStatus }) },
    ...(caller.permissions.has('IpAllowlist:get') && {
      ipallowlist: cluster.ipAllowlist,
      ipwhitelist: cluster.ipAllowlist,
    }),
  }
}

const named = ({ uuid, name }: Named): Named => ({ uuid, name })

function checkName(name: string): string {
  if (name.trim() === '') throw new Refusal(400, 'Name is missing')
  if (name.length > 50) throw new Refusal(400, 'Name is too long')
  return name
}

function byId<T extends { readonly uuid: string }>(known: readonly T[], uuid: string, problem: string): T {
  const found = known.find((candidate) => candidate.uuid === uuid)
  if (found === undefined) throw new Refusal(400, problem)
  return found
}
