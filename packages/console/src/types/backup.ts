import type { OpenEnum } from '@x/rest/validation'

/** State of a backup or of one component's part of it; `-` for a component that takes no part. */
export type BackupStatus = OpenEnum<'In progress' | 'Failed' | 'Complete' | '-'>

/** A backup of a cluster. */
export interface Backup {
  /** The backup id that other operations take. */
  uuid: string
  name: string
  /** As the server words it; no format is promised. */
  created: string
  /** As the server words it; no format is promised. */
  completed: string
  status: BackupStatus
  zeebeStatus: BackupStatus
  operateStatus: BackupStatus
  tasklistStatus: BackupStatus
  optimizeStatus: BackupStatus
  /** Version of Camunda that was backed up. */
  generationName?: string | undefined
  generationUuid?: string | undefined
  /** Where to read about the trouble, if there was any. */
  incidentLink?: string | undefined
}

/** When backups are made by themselves. */
export interface BackupSchedule {
  name: string
  /** Five-field cron expression in UTC, for example `0 3 * * *`. */
  schedule: string
}

/** The schedule to set. */
export interface SetBackupScheduleBody {
  /** Five-field cron expression in UTC; runs must lie at least 15 minutes apart. */
  schedule: string
}

/** How far a restore is. */
export type RestoreState = OpenEnum<'PENDING' | 'VALIDATING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'ABORTED'>

/** The restore of a cluster from a backup. */
export interface Restore {
  uuid: string
  backupId: string
  state: RestoreState
  startTimestamp?: string | undefined
  completionTimestamp?: string | undefined
}
