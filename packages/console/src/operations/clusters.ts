import type { Operation } from '@x/rest'
import { closed, object, openEnum } from '@x/rest/validation'
import { array, boolean, type GenericSchema, literal, maxLength, number, optional, pipe, string, union } from 'valibot'
import { clusters as routes } from '../routes.ts'
import type { ClusterStage, IpAllowlistEntry } from '../types/cluster.ts'
import type {
  ClusterUpgrade,
  CreateClusterBody,
  CreatedCluster,
  FailoverBody,
  FailoverResult,
  FailoverStep,
  UpdateClusterBody,
  UpdateClusterEncryptionBody,
  UpdateIpAllowlistBody,
  UpdateIpWhitelistBody,
} from '../types/cluster-requests.ts'
import { cluster, encryptionType } from './cluster.ts'
import { clusterParameters } from './cluster-parameters.ts'

const params = { clusterUuid: string() }

const stage: GenericSchema<unknown, ClusterStage> = openEnum(['dev', 'test', 'stage', 'prod'])
const description: GenericSchema<unknown, string> = pipe(string(), maxLength(150, 'has to have at most 150 characters'))

const createBody: GenericSchema<unknown, CreateClusterBody> = closed({
  name: string(),
  planTypeId: string(),
  channelId: string(),
  generationId: string(),
  regionId: string(),
  backupRegionId: optional(string()),
  autoUpdate: optional(boolean()),
  description: optional(description),
  encryption: optional(encryptionType),
  hardwarePackages: optional(number()),
  stageLabel: optional(stage),
  identityBackendChecksEnabled: optional(boolean()),
})

const created: GenericSchema<unknown, CreatedCluster> = object({ clusterId: string() })

const updateBody: GenericSchema<unknown, UpdateClusterBody> = closed({
  name: optional(string()),
  description: optional(description),
  stageLabel: optional(stage),
  numberOfAllocatedHwPackages: optional(number()),
})

const reference = object({ id: string(), name: string() })
const upgrade: GenericSchema<unknown, ClusterUpgrade> = object({
  cluster: reference,
  oldGeneration: reference,
  newGeneration: reference,
  orgId: string(),
})

const encryptionBody: GenericSchema<unknown, UpdateClusterEncryptionBody> = closed({
  primaryEncryptionKeyId: string(),
  secondaryEncryptionKeyId: optional(string()),
})

const failoverBody: GenericSchema<unknown, FailoverBody> = closed({
  backupIds: array(string()),
  restoreBackupId: string(),
})

const failoverStep: GenericSchema<unknown, FailoverStep> = union([object({ error: string() }), literal('ok')])
const failoverResult: GenericSchema<unknown, FailoverResult> = object({
  newClusterId: string(),
  results: object({ restore: failoverStep, backupClone: failoverStep }),
})

const allowlist: GenericSchema<unknown, IpAllowlistEntry[]> = array(closed({ ip: string(), description: string() }))
const allowlistBody: GenericSchema<unknown, UpdateIpAllowlistBody> = closed({ ipallowlist: allowlist })
const whitelistBody: GenericSchema<unknown, UpdateIpWhitelistBody> = closed({ ipwhitelist: allowlist })

export const clusterOperations: readonly Operation[] = [
  {
    ...routes.list,
    summary: 'All clusters of the organization',
    permission: 'Cluster: get',
    response: array(cluster),
  },
  {
    ...routes.create,
    summary: 'Orders a new cluster and gives its id',
    permission: 'Cluster: create',
    body: createBody,
    response: created,
  },
  {
    ...routes.getParameters,
    summary: 'What a new cluster can be made of: plans, channels, versions, regions',
    permission: 'Cluster: get',
    response: clusterParameters,
  },
  {
    ...routes.get,
    summary: 'One cluster with its state and addresses',
    permission: 'Cluster: get',
    params,
    response: cluster,
  },
  {
    ...routes.update,
    summary: 'Changes name, description, stage or hardware packages',
    permission: 'Cluster: update',
    params,
    body: updateBody,
  },
  {
    ...routes.delete,
    summary: 'Deletes a cluster with all its data, for good',
    permission: 'Cluster: delete',
    params,
  },
  {
    ...routes.upgrade,
    summary: 'Upgrades a cluster to the newest version it may have',
    permission: 'Cluster: update',
    params,
    response: upgrade,
  },
  { ...routes.wake, summary: 'Resumes a suspended cluster', permission: 'Cluster: update', params },
  {
    ...routes.updateEncryption,
    summary: 'Sets or rotates your own encryption keys',
    permission: 'Cluster: update',
    params,
    body: encryptionBody,
    response: cluster,
  },
  {
    ...routes.failover,
    summary: 'Makes a new cluster from backups and suspends this one for good',
    permission: 'Cluster',
    params,
    body: failoverBody,
    response: failoverResult,
  },
  {
    ...routes.updateIpAllowlist,
    summary: 'Replaces the IP allowlist',
    permission: 'IP allowlist: update',
    params,
    body: allowlistBody,
  },
  {
    ...routes.updateIpWhitelist,
    summary: 'Replaces the IP allowlist by its old name',
    permission: 'IP allowlist: update',
    deprecated: 'Removal was announced for June 2025. Use clusters.updateIpAllowlist.',
    params,
    body: whitelistBody,
  },
]
