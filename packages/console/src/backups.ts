import { type Backups, createBackups as createOn } from './resources/backups.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Backups } from './resources/backups.ts'
export type { ResourceOptions } from './transport.ts'
export type {
  Backup,
  BackupSchedule,
  BackupStatus,
  Restore,
  RestoreState,
  SetBackupScheduleBody,
} from './types/backup.ts'

/** Only {@link Backups}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createBackups(options: ResourceOptions): Backups {
  return createOn(createConsoleTransport(options))
}
