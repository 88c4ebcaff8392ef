import type { Generation, Named, Region } from './parameters.ts'

export type ClusterStatus =
  | 'Creating'
  | 'Healthy'
  | 'Unhealthy'
  | 'Updating'
  | 'Resuming'
  | 'Suspended'
  | 'WaitingForInput'
  | 'Maintenance'

export const STORAGES = ['search', 'rdbms', 'none'] as const

/** The secondary storage of a cluster. */
export type ClusterStorage = (typeof STORAGES)[number]

export interface Backup {
  readonly uuid: string
  readonly name: string
  /** Milliseconds since 1970, as all times inside the emulator. */
  readonly created: number
  readonly completed: number
  readonly generation: Named
}

export interface Restore {
  readonly uuid: string
  readonly backupId: string
  readonly started: number
  readonly completed: number
}

export interface MonitoringClient {
  readonly uuid: string
  readonly username: string
  readonly created: number
  readonly createdBy: string
}

export interface IpRule {
  readonly ip: string
  readonly description: string
}

/** A cluster, as the emulator stores it. */
export interface Cluster {
  readonly uuid: string
  readonly created: number
  readonly ownerId: string
  readonly planType: Named
  readonly region: Region
  readonly backupRegion?: Region | undefined
  readonly channel: Named
  readonly autoUpdate: boolean
  name: string
  description?: string | undefined
  stageLabel?: string | undefined
  hardwarePackages: number
  generation: Generation
  storage: ClusterStorage
  encryption: { readonly type: string; primaryKeyArn?: string | undefined; secondaryKeyArn?: string | undefined }
  /** The status that it has after `phase`. */
  resting: ClusterStatus
  /** The operation in progress, and when it ends. */
  phase?: { readonly status: ClusterStatus; readonly until: number } | undefined
  /** Suspended permanently, because another cluster took over. */
  failedOver: boolean
  ipAllowlist: readonly IpRule[]
  readonly secrets: Map<string, string>
  /** A change of the secrets that is in progress. A deleted secret stays listed until it ends. */
  secretChange?: { readonly until: number; readonly deleted?: string | undefined } | undefined
  readonly backups: Map<string, Backup>
  /** Backups, newest last. */
  readonly restores: Restore[]
  schedule?: { readonly cron: string; readonly name: string; lastRun: number } | undefined
  monitoring: boolean
  readonly monitoringClients: Map<string, { readonly client: MonitoringClient; password: string }>
  secureConnectivity?:
    | { readonly allowedPrincipals: string[]; readonly allowedRegions: string[]; readonly since: number }
    | undefined
}

/** Returns what the cluster is doing at `now`. */
export function statusOf(cluster: Cluster, now: number): ClusterStatus {
  return cluster.phase !== undefined && now < cluster.phase.until ? cluster.phase.status : cluster.resting
}
