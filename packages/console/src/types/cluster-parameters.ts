import type { OpenEnum } from '@x/rest/validation'
import type { NamedItem } from './cluster.ts'

/** A version of Camunda that a new cluster may run. */
export interface AllowedGeneration extends NamedItem {
  /** What makes it available: the channel, a cluster of yours that runs it, or an unlocking for the organization. */
  classification?: OpenEnum<'channel' | 'existingCluster' | 'orgUnlocked'> | undefined
}

/** A line of releases. */
export interface ClusterChannel extends NamedItem {
  defaultGeneration: NamedItem
  allowedGenerations: AllowedGeneration[]
}

/** A data center. */
export interface ClusterRegion extends NamedItem {
  /** Cloud provider. */
  provider: string
  /** Where backups of this region's clusters may be kept. */
  backups?: BackupRegion[] | undefined
}

/** A choice of data centers for backups. */
export interface BackupRegion {
  uuid: string
  regions: { id: string; label: string }[]
}

/** What a new cluster can be made of. */
export interface ClusterParameters {
  channels: ClusterChannel[]
  clusterPlanTypes: NamedItem[]
  regions: ClusterRegion[]
}
