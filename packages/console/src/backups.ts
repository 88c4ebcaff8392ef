import { type Backups, backupsOver } from './resources/backups.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Backups } from './resources/backups.ts'
export type {
  Backup,
  BackupSchedule,
  BackupStatus,
  Restore,
  RestoreState,
  SetBackupScheduleBody,
} from './types/backup.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of backups alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createBackups } from '@x/console/backups'
 *
 * const backups = createBackups({ auth, baseUrl: organization.consoleUrl })
 * const { uuid } = await backups.create(clusterId)
 * ```
 */
export function createBackups(options: ConsoleResourceOptions): Backups {
  return backupsOver(createConsoleTransport(options))
}
