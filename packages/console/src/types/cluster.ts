import type { OpenEnum } from '@x/rest/validation'

/** Something of Camunda's catalogue: a plan, region, channel or generation. */
export interface NamedItem {
  /** Text for people, for example `Belgium, Europe (europe-west1)`. */
  name: string
  /** What requests refer to. */
  uuid: string
}

/** State of a cluster or of one of its components. Camunda has added states before, so handle ones you do not know. */
export type ClusterStatus = OpenEnum<
  'Creating' | 'Healthy' | 'Unhealthy' | 'Updating' | 'Resuming' | 'Suspended' | 'WaitingForInput' | 'Maintenance'
>

/** What a cluster is used for; a label without technical effect. */
export type ClusterStage = OpenEnum<'dev' | 'test' | 'stage' | 'prod'>

/** Who holds the key that encrypts the cluster's data. `External` is a key of your own in AWS KMS. */
export type ClusterEncryptionType = OpenEnum<'Software' | 'Hardware' | 'Provider' | 'External'>

/** State of the encryption with a key of your own. */
export type ClusterEncryptionStatus = OpenEnum<
  | 'Ready'
  | 'ProviderError'
  | 'ExternalEncryptionKeyNotReady'
  | 'ExternalEncryptionKeyNotSupplied'
  | 'CreationError'
  | 'EncryptedStorageNotReady'
>

/** One entry of the IP allowlist. */
export interface IpAllowlistEntry {
  /** One CIDR range, or several separated by commas: `203.0.113.0/24, 198.51.100.7/32`. */
  ip: string
  /** What the range is. */
  description: string
}

/** Addresses of the components that run in a cluster. Only those that the cluster has. */
export interface ClusterLinks {
  connectors?: string | undefined
  console?: string | undefined
  identity?: string | undefined
  oauth?: string | undefined
  /** Base URL for `@x/operate`. */
  operate?: string | undefined
  optimize?: string | undefined
  tasklist?: string | undefined
  zeebe?: string | undefined
}

/** States of a cluster and its components. */
export interface ClusterHealth {
  /** All components together: wait for `Healthy` before you use a new cluster. */
  ready: ClusterStatus
  zeebeStatus?: ClusterStatus | undefined
  operateStatus?: ClusterStatus | undefined
  tasklistStatus?: ClusterStatus | undefined
  optimizeStatus?: ClusterStatus | undefined
  connectorsStatus?: ClusterStatus | undefined
}

/** How a cluster's data is encrypted. */
export interface ClusterEncryption {
  type: ClusterEncryptionType
  /** ARN of the AWS KMS key, with type `External`. */
  primaryKeyArn?: string | undefined
  /** ARN of the key in the second region, for clusters in two regions. */
  secondaryKeyArn?: string | undefined
  status?: ClusterEncryptionStatus | undefined
}

/** A Camunda 8 cluster of the organization. */
export interface Cluster {
  /** The cluster id that all other operations take. */
  uuid: string
  name: string
  /** At most 150 characters. */
  description?: string | undefined
  /** The organization. */
  ownerId: string
  /** RFC 3339, for example `2026-03-20T11:31:20.206Z`. */
  created: string
  /** Hardware. */
  planType: NamedItem
  /** Data center the cluster runs in. */
  region: NamedItem
  /** Data center the backups are kept in; only where the plan allows to choose (Enterprise). */
  backupRegion?: NamedItem | undefined
  /** Version of Camunda. */
  generation: NamedItem
  /** Line of releases the cluster follows, for example `Stable`. */
  channel: NamedItem
  /** Whether Camunda updates the cluster when a new patch is out; without meaning outside the stable channel. */
  autoUpdate: boolean
  status: ClusterHealth
  links: ClusterLinks
  labels?: string[] | undefined
  /** Absent on servers from before 2026. */
  encryption?: ClusterEncryption | undefined
  /** Only where the organization has the feature and the client may see it. */
  ipallowlist?: IpAllowlistEntry[] | undefined
  /** @deprecated The old name of {@link Cluster.ipallowlist}. */
  ipwhitelist?: IpAllowlistEntry[] | undefined
}
