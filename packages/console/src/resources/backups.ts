import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { backups as routes } from '../routes.ts'
import type { Backup, BackupSchedule, Restore, SetBackupScheduleBody } from '../types/backup.ts'

/** The backups of a cluster. Enterprise; permission group: Backups. */
export interface Backups {
  /**
   * All backups of the cluster.
   *
   * `GET /clusters/{clusterUuid}/backups`, permission Backups: get.
   */
  list(clusterId: string, options?: CallOptions): Promise<Backup[]>

  /**
   * Starts a backup and gives it as it is at the start: `list` shows how it goes on.
   *
   * `POST /clusters/{clusterUuid}/backups`, permission Backups: create.
   *
   * @throws ApiError 404 when the organization has no such cluster.
   * @example
   * const { uuid } = await administration.backups.create(clusterId)
   */
  create(clusterId: string, options?: CallOptions): Promise<Backup>

  /**
   * Deletes a backup (the cluster stays) and gives what was deleted. **There is no way back.**
   *
   * `DELETE /clusters/{clusterUuid}/backups/{backupId}`, permission Backups: delete.
   */
  delete(clusterId: string, backupId: string, options?: CallOptions): Promise<Backup>

  /**
   * The schedule by which backups are made.
   *
   * `GET /clusters/{clusterUuid}/backups/schedule`, permission Backups: get.
   *
   * @throws ApiError 404 when no schedule is set, or there is no such cluster.
   */
  getSchedule(clusterId: string, options?: CallOptions): Promise<BackupSchedule>

  /**
   * Sets the cluster's one schedule, in place of the one it may have, and gives it.
   *
   * `PUT /clusters/{clusterUuid}/backups/schedule`, permission Backups: update.
   *
   * @throws ApiError 400 when the expression is wrong or runs lie less than 15 minutes apart.
   * @example
   * await administration.backups.setSchedule(clusterId, { schedule: '0 3 * * *' }) // each day at 3:00 UTC
   */
  setSchedule(clusterId: string, body: SetBackupScheduleBody, options?: CallOptions): Promise<BackupSchedule>

  /**
   * Stops the schedule. The backups made by it stay; it does no harm when there is no schedule.
   *
   * `DELETE /clusters/{clusterUuid}/backups/schedule`, permission Backups: delete.
   */
  deleteSchedule(clusterId: string, options?: CallOptions): Promise<void>

  /**
   * Starts to restore the cluster from a backup. **The cluster is suspended while this runs**;
   * {@link Backups.getRestore} shows how far it is.
   *
   * `POST /clusters/{clusterUuid}/backups/{backupId}/restore`, permission group Backups.
   *
   * @throws ApiError 404 when there is no such cluster or backup; ConflictError (409) while another restore is running, or
   * when the backup's version of Camunda is unknown.
   */
  restore(clusterId: string, backupId: string, options?: CallOptions): Promise<Restore>

  /**
   * The state of the restore from a backup.
   *
   * `GET /clusters/{clusterUuid}/backups/{backupId}/restore`, permission Backups: get.
   *
   * @throws ApiError 404 when nothing was ever restored from this backup.
   */
  getRestore(clusterId: string, backupId: string, options?: CallOptions): Promise<Restore>
}

/** {@link Backups} over a transport. */
export function backupsOver(transport: Transport): Backups {
  return createMethods(transport, routes)
}
