import { array, boolean, object, openEnum, optional, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type {
  Cluster,
  ClusterEncryptionType,
  ClusterHealth,
  ClusterLinks,
  ClusterStatus,
  IpAllowlistEntry,
} from '../types/cluster.ts'
import { namedItem } from './named-item.ts'

export const encryptionType: GenericSchema<unknown, ClusterEncryptionType> = openEnum([
  'Software',
  'Hardware',
  'Provider',
  'External',
])

const status: GenericSchema<unknown, ClusterStatus> = openEnum([
  'Creating',
  'Healthy',
  'Unhealthy',
  'Updating',
  'Resuming',
  'Suspended',
  'WaitingForInput',
  'Maintenance',
])

const health: GenericSchema<unknown, ClusterHealth> = object({
  ready: status,
  zeebeStatus: optional(status),
  operateStatus: optional(status),
  tasklistStatus: optional(status),
  optimizeStatus: optional(status),
  connectorsStatus: optional(status),
})

export const links: GenericSchema<unknown, ClusterLinks> = object({
  connectors: optional(string()),
  console: optional(string()),
  identity: optional(string()),
  oauth: optional(string()),
  operate: optional(string()),
  optimize: optional(string()),
  tasklist: optional(string()),
  zeebe: optional(string()),
})

const allowlist: GenericSchema<unknown, IpAllowlistEntry[]> = array(object({ ip: string(), description: string() }))

export const cluster: GenericSchema<unknown, Cluster> = object({
  uuid: string(),
  name: string(),
  description: optional(string()),
  ownerId: string(),
  created: string(),
  planType: namedItem,
  region: namedItem,
  backupRegion: optional(namedItem),
  generation: namedItem,
  channel: namedItem,
  autoUpdate: boolean(),
  status: health,
  links,
  labels: optional(array(string())),
  // Newer than the clusters that answer: the description requires it, servers do not all send it.
  encryption: optional(
    object({
      type: encryptionType,
      primaryKeyArn: optional(string()),
      secondaryKeyArn: optional(string()),
      status: optional(
        openEnum([
          'Ready',
          'ProviderError',
          'ExternalEncryptionKeyNotReady',
          'ExternalEncryptionKeyNotSupplied',
          'CreationError',
          'EncryptedStorageNotReady',
        ]),
      ),
    }),
  ),
  ipallowlist: optional(allowlist),
  ipwhitelist: optional(allowlist),
})
