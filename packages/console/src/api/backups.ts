import type { CallOptions, OpenEnum } from '@x/rest'

/** The backups of a cluster. Enterprise. */
export interface Backups {
  /**
   * Returns all backups of the cluster.
   *
   * @operation GET /clusters/{clusterUuid}/backups
   * @permission Backups: get
   */
  list(clusterId: string, options?: CallOptions): Promise<Backup[]>

  /**
   * Starts a backup and returns it in its initial state: `list` shows its progress.
   *
   * @operation POST /clusters/{clusterUuid}/backups
   * @permission Backups: create
   * @throws {ApiError} 404 if the organization has no such cluster
   * @example
   * const { uuid } = await administration.backups.create(clusterId)
   */
  create(clusterId: string, options?: CallOptions): Promise<Backup>

  /**
   * Deletes a backup (the cluster stays) and returns what was deleted. **This cannot be undone.**
   *
   * @operation DELETE /clusters/{clusterUuid}/backups/{backupId}
   * @permission Backups: delete
   */
  delete(clusterId: string, backupId: string, options?: CallOptions): Promise<Backup>

  /**
   * Returns the schedule of automatic backups.
   *
   * @operation GET /clusters/{clusterUuid}/backups/schedule
   * @permission Backups: get
   * @throws {ApiError} 404 if no schedule is set, or there is no such cluster
   */
  getSchedule(clusterId: string, options?: CallOptions): Promise<BackupSchedule>

  /**
   * Sets the cluster's only schedule, replacing the current one, and returns it.
   *
   * @operation PUT /clusters/{clusterUuid}/backups/schedule
   * @permission Backups: update
   * @throws {ApiError} 400 if the expression is wrong or runs are less than 15 minutes apart
   * @example
   * await administration.backups.setSchedule(clusterId, { schedule: '0 3 * * *' }) // each day at 3:00 UTC
   */
  setSchedule(clusterId: string, body: SetBackupScheduleBody, options?: CallOptions): Promise<BackupSchedule>

  /**
   * Stops the schedule. Its backups stay. Does nothing if there is no schedule.
   *
   * @operation DELETE /clusters/{clusterUuid}/backups/schedule
   * @permission Backups: delete
   */
  deleteSchedule(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Starts to restore the cluster from a backup. **The cluster is suspended until this is done**;
   * {@link Backups.getRestore} shows the progress.
   *
   * @operation POST /clusters/{clusterUuid}/backups/{backupId}/restore
   * @permission Backups
   * @throws {ApiError} 404 if there is no such cluster or backup
   * @throws {ConflictError} while another restore is running, or if the backup's version of Camunda is unknown
   */
  restore(clusterId: string, backupId: string, options?: CallOptions): Promise<Restore>

  /**
   * Returns the state of the restore from a backup.
   *
   * @operation GET /clusters/{clusterUuid}/backups/{backupId}/restore
   * @permission Backups: get
   * @throws {ApiError} 404 if nothing was ever restored from this backup
   */
  getRestore(clusterId: string, backupId: string, options?: CallOptions): Promise<Restore>
}

/** State of a backup or of one component's part of it; `-` for a component that is not part of it. */
export type BackupStatus = OpenEnum<'In progress' | 'Failed' | 'Complete' | '-'>

/** A backup of a cluster. */
export interface Backup {
  /** The backup id that other operations require. */
  uuid: string
  name: string
  /** As the server writes it; the format is not documented. */
  created: string
  /** As the server writes it; the format is not documented. */
  completed: string
  status: BackupStatus
  zeebeStatus: BackupStatus
  operateStatus: BackupStatus
  tasklistStatus: BackupStatus
  optimizeStatus: BackupStatus
  /** Version of Camunda that was backed up. */
  generationName?: string | undefined
  generationUuid?: string | undefined
  /** Link to the incident, if there was one. */
  incidentLink?: string | undefined
}

/** Schedule of automatic backups. */
export interface BackupSchedule {
  name: string
  /** Five-field cron expression in UTC, for example `0 3 * * *`. */
  schedule: string
}

/** The schedule to set. */
export interface SetBackupScheduleBody {
  /**
   * Cron expression in UTC; runs must be at least 15 minutes apart.
   *
   * @pattern /^\s*\S+(\s+\S+){4}\s*$/ must be a cron expression of five fields
   */
  schedule: string
}

/** State of a restore. */
export type RestoreState = OpenEnum<'PENDING' | 'VALIDATING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'ABORTED'>

/** The restore of a cluster from a backup. */
export interface Restore {
  uuid: string
  backupId: string
  state: RestoreState
  startTimestamp?: string | undefined
  completionTimestamp?: string | undefined
}
