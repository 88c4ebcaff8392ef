import { array, closed, object, openEnum, optional, refine, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { backups as routes } from '../routes.ts'
import type { Backup, BackupSchedule, BackupStatus, Restore, SetBackupScheduleBody } from '../types/backup.ts'
import type { Schemas } from './schemas.ts'

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
  schedule: refine(
    string(),
    (text) => /^\s*\S+(\s+\S+){4}\s*$/.test(text),
    'has to be a cron expression of five fields',
  ),
})

const restore: GenericSchema<unknown, Restore> = object({
  uuid: string(),
  backupId: string(),
  state: openEnum(['PENDING', 'VALIDATING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'ABORTED']),
  startTimestamp: optional(string()),
  completionTimestamp: optional(string()),
})

export const backupsSchemas: Schemas<typeof routes> = {
  list: { response: array(backup) },
  create: { response: backup },
  delete: { response: backup },
  getSchedule: { response: schedule },
  setSchedule: { body: scheduleBody, response: schedule },
  deleteSchedule: {},
  restore: { response: restore },
  getRestore: { response: restore },
}
