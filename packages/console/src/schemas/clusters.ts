import { array, boolean, closed, number, object, openEnum, optional, refine, string, union } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { clusters as routes } from '../routes.ts'
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
import type { Schemas } from './schemas.ts'

const stage: GenericSchema<unknown, ClusterStage> = openEnum(['dev', 'test', 'stage', 'prod'])
const description: GenericSchema<unknown, string> = refine(
  string(),
  (text) => text.length <= 150,
  'has to have at most 150 characters',
)

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

const failoverStep: GenericSchema<unknown, FailoverStep> = union([object({ error: string() }), openEnum(['ok'])])
const failoverResult: GenericSchema<unknown, FailoverResult> = object({
  newClusterId: string(),
  results: object({ restore: failoverStep, backupClone: failoverStep }),
})

const allowlist: GenericSchema<unknown, IpAllowlistEntry[]> = array(closed({ ip: string(), description: string() }))
const allowlistBody: GenericSchema<unknown, UpdateIpAllowlistBody> = closed({ ipallowlist: allowlist })
const whitelistBody: GenericSchema<unknown, UpdateIpWhitelistBody> = closed({ ipwhitelist: allowlist })

export const clustersSchemas: Schemas<typeof routes> = {
  list: { response: array(cluster) },
  create: { body: createBody, response: created },
  getParameters: { response: clusterParameters },
  get: { response: cluster },
  update: { body: updateBody },
  delete: {},
  upgrade: { response: upgrade },
  wake: {},
  updateEncryption: { body: encryptionBody, response: cluster },
  failover: { body: failoverBody, response: failoverResult },
  updateIpAllowlist: { body: allowlistBody },
  updateIpWhitelist: { body: whitelistBody },
}
