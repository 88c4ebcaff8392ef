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

export interface Backup {
  readonly uuid: string
  readonly name: string
  /** Milliseconds since the epoch, as all times inside the emulator. */
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

/** One cluster, as the emulator keeps it. */
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
  encryption: { readonly type: string; primaryKeyArn?: string | undefined; secondaryKeyArn?: string | undefined }
  /** The status it has once `phase` is over. */
  resting: ClusterStatus
  /** What happens right now, and until when. */
  phase?: { readonly status: ClusterStatus; readonly until: number } | undefined
  /** Suspended for good: another cluster took over. */
  failedOver: boolean
  ipAllowlist: readonly IpRule[]
  readonly secrets: Map<string, string>
  /** A change of the secrets that is still going on; a deleted secret stays listed as long. */
  secretChange?: { readonly until: number; readonly deleted?: string | undefined } | undefined
  readonly backups: Map<string, Backup>
  /** Newest last. */
  readonly restores: Restore[]
  schedule?: { readonly cron: string; readonly name: string; lastRun: number } | undefined
  monitoring: boolean
  readonly monitoringClients: Map<string, { readonly client: MonitoringClient; password: string }>
  secureConnectivity?:
    | { readonly allowedPrincipals: string[]; readonly allowedRegions: string[]; readonly since: number }
    | undefined
}

/** What the cluster does at `now`. */
export function statusOf(cluster: Cluster, now: number): ClusterStatus {
  return cluster.phase !== undefined && now < cluster.phase.until ? cluster.phase.status : cluster.resting
}
