import type { Operation } from '@x/rest'
import { closed, object, openEnum } from '@x/rest/validation'
import { array, type GenericSchema, optional, pipe, regex, string } from 'valibot'
import { backups as routes } from '../routes.ts'
import type { Backup, BackupSchedule, BackupStatus, Restore, SetBackupScheduleBody } from '../types/backup.ts'

const params = { clusterUuid: string() }
const backupParams = { clusterUuid: string(), backupId: string() }

const status: GenericSchema<unknown, BackupStatus> = openEnum(['In progress', 'Failed', 'Complete', '-'])

const backup: GenericSchema<unknown, Backup> = object({
  uuid: string(),
  name: string(),
  created: string(),
  completed: string(),
  status,
  zeebeStatus: status,
  operateStatus: status,
  tasklistStatus: status,
  optimizeStatus: status,
  generationName: optional(string()),
  generationUuid: optional(string()),
  incidentLink: optional(string()),
})

const schedule: GenericSchema<unknown, BackupSchedule> = object({ name: string(), schedule: string() })

const scheduleBody: GenericSchema<unknown, SetBackupScheduleBody> = closed({
  schedule: pipe(string(), regex(/^\s*\S+(\s+\S+){4}\s*$/, 'has to be a cron expression of five fields')),
})

const restore: GenericSchema<unknown, Restore> = object({
  uuid: string(),
  backupId: string(),
  state: openEnum(['PENDING', 'VALIDATING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'ABORTED']),
  startTimestamp: optional(string()),
  completionTimestamp: optional(string()),
})

export const backupOperations: readonly Operation[] = [
  {
    ...routes.list,
    summary: 'All backups of a cluster',
    permission: 'Backups: get',
    params,
    response: array(backup),
  },
  { ...routes.create, summary: 'Starts a backup', permission: 'Backups: create', params, response: backup },
  {
    ...routes.delete,
    summary: 'Deletes a backup and gives what was deleted',
    permission: 'Backups: delete',
    params: backupParams,
    response: backup,
  },
  {
    ...routes.getSchedule,
    summary: 'The schedule by which backups are made',
    permission: 'Backups: get',
    params,
    response: schedule,
  },
  {
    ...routes.setSchedule,
    summary: 'Sets the schedule by which backups are made',
    permission: 'Backups: update',
    params,
    body: scheduleBody,
    response: schedule,
  },
  { ...routes.deleteSchedule, summary: 'Stops the schedule', permission: 'Backups: delete', params },
  {
    ...routes.restore,
    summary: 'Starts to restore a cluster from a backup, which suspends it meanwhile',
    permission: 'Backups',
    params: backupParams,
    response: restore,
  },
  {
    ...routes.getRestore,
    summary: 'State of the restore from a backup',
    permission: 'Backups: get',
    params: backupParams,
    response: restore,
  },
]
