import { type CamundaVersion, DEFAULT_VERSION, readMinor } from '../camunda-version.ts'
import { ORGANIZATION_PERMISSIONS } from '../clients.ts'
import { addBackup } from './backups.ts'
import type { ClusterStorage } from './cluster.ts'
import { createCluster } from './clusters.ts'
import type { Organization } from './organization.ts'

/** An initial cluster. */
export interface ClusterSeed {
  /** @defaultValue `Camunda` */
  readonly name?: string | undefined
  /** Short id of the region: `bru-2`, `jfk-1` or `syd-1`. @defaultValue `bru-2` */
  readonly region?: string | undefined
  /** Version of Camunda. 8.10 has no Operate v1 and no Tasklist v1. @defaultValue `8.9` */
  readonly version?: CamundaVersion | undefined
  /**
   * Secondary storage: `rdbms`, available from Camunda 8.9, has no Operate v1 and no Tasklist v1; `none`, available
   * from 8.8, has no searches at all.
   *
   * @defaultValue `search`, which is Elasticsearch or OpenSearch
   */
  readonly storage?: ClusterStorage | undefined
  /** @defaultValue `dev` */
  readonly stage?: 'dev' | 'test' | 'stage' | 'prod' | undefined
}

/** The default clusters: one that can be upgraded, one that cannot. */
export const DEFAULT_CLUSTERS: readonly ClusterSeed[] = [
  { name: 'Orders production', region: 'bru-2', version: '8.8', stage: 'prod' },
  { name: 'Orders test', region: 'jfk-1', version: '8.9', stage: 'test' },
]

/** The first minor version of Camunda 8 that supports each storage. */
const FIRST_WITH: Readonly<Record<ClusterStorage, number>> = { search: 0, none: 8, rdbms: 9 }

const DAY = 24 * 60 * 60 * 1000

const MEMBERS = [
  { email: 'ada@example.com', name: 'Ada Berg', roles: ['member', 'owner'], invitePending: false },
  { email: 'kofi@example.com', name: 'Kofi Mensah', roles: ['member', 'admin'], invitePending: false },
  { email: 'lin@example.com', name: 'Lin Tran', roles: ['member', 'developer'], invitePending: false },
  { email: 'new.colleague@example.com', name: '', roles: ['member', 'analyst'], invitePending: true },
]

/**
 * Empties the organization and fills it: clusters, a client for each and one for the organization, members, and some
 * past activity.
 */
export function seedOrganization(organization: Organization, clusters: readonly ClusterSeed[]): void {
  const { clock, clients, random } = organization
  random.restart()
  clients.clear()
  organization.clusters.clear()
  organization.members.clear()
  organization.activity.length = 0
  for (const member of MEMBERS) organization.members.set(member.email, member)
  clients.create({ kind: 'organization', name: 'automation', permissions: ORGANIZATION_PERMISSIONS })
  for (const seed of clusters) seedCluster(organization, seed)
  organization.activity.push({
    audit: 'Member invited',
    auditType: 'c',
    entity: 'Member',
    entityId: 'new.colleague@example.com',
    timestamp: clock.now() - DAY,
    userId: 'ada@example.com',
  })
}

function seedCluster(organization: Organization, seed: ClusterSeed): void {
  const { parameters, clock, clients } = organization
  const {
    name = 'Camunda',
    region: code = 'bru-2',
    version = DEFAULT_VERSION,
    storage = 'search',
    stage = 'dev',
  } = seed
  const minor = readMinor(version, 'clusters: version')
  const region = parameters.regions.find((candidate) => candidate.code === code)
  const channel = parameters.channels.find(({ allowedGenerations }) =>
    allowedGenerations.some((generation) => generation.name.startsWith(`Camunda ${version}`)),
  )
  const generation = channel?.allowedGenerations.find((found) => found.name.startsWith(`Camunda ${version}`))
  const planType = parameters.clusterPlanTypes[stage === 'prod' ? 1 : 0]
  if (!region || !channel || !generation || !planType) {
    const regions = parameters.regions.map((known) => known.code).join(', ')
    throw new TypeError(`clusters: region must be one of ${regions}.`)
  }
  const oldest = FIRST_WITH[storage]
  if (oldest === undefined || minor < oldest) {
    throw new TypeError("storage must be 'search', 'rdbms' (from 8.9 on) or 'none' (from 8.8 on).")
  }
  const cluster = createCluster(organization, {
    name,
    planTypeId: planType.uuid,
    channelId: channel.uuid,
    generationId: generation.uuid,
    regionId: region.uuid,
    stageLabel: stage,
  })
  cluster.phase = undefined
  cluster.storage = storage
  cluster.secrets.set('SMTP_PASSWORD', organization.random.token(24))
  addBackup(organization, cluster, clock.now() - DAY, 'on demand')
  clients.create({
    kind: 'cluster',
    name: 'workers',
    clusterId: cluster.uuid,
    permissions: ['Zeebe', 'Tasklist', 'Operate', 'Optimize'],
  })
  organization.activity.push({
    audit: `Cluster ${name} created`,
    auditType: 'c',
    entity: 'Cluster',
    entityId: cluster.uuid,
    timestamp: clock.now() - 2 * DAY,
    userId: 'ada@example.com',
  })
}
