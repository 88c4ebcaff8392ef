import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { backups as routes } from '../routes.ts'
import { backupsSchemas as schemas } from '../schemas/backups.ts'

const params = { clusterUuid: string() }
const backupParams = { clusterUuid: string(), backupId: string() }

export const backupOperations: readonly Operation[] = [
  { ...routes.list, ...schemas.list, summary: 'All backups of a cluster', permission: 'Backups: get', params },
  { ...routes.create, ...schemas.create, summary: 'Starts a backup', permission: 'Backups: create', params },
  {
    ...routes.delete,
    ...schemas.delete,
    summary: 'Deletes a backup and gives what was deleted',
    permission: 'Backups: delete',
    params: backupParams,
  },
  {
    ...routes.getSchedule,
    ...schemas.getSchedule,
    summary: 'The schedule by which backups are made',
    permission: 'Backups: get',
    params,
  },
  {
    ...routes.setSchedule,
    ...schemas.setSchedule,
    summary: 'Sets the schedule by which backups are made',
    permission: 'Backups: update',
    params,
  },
  {
    ...routes.deleteSchedule,
    ...schemas.deleteSchedule,
    summary: 'Stops the schedule',
    permission: 'Backups: delete',
    params,
  },
  {
    ...routes.restore,
    ...schemas.restore,
    summary: 'Starts to restore a cluster from a backup, which suspends it meanwhile',
    permission: 'Backups',
    params: backupParams,
  },
  {
    ...routes.getRestore,
    ...schemas.getRestore,
    summary: 'State of the restore from a backup',
    permission: 'Backups: get',
    params: backupParams,
  },
]
