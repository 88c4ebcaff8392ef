import { type Activity, activityOver } from './resources/activity.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { Activity } from './resources/activity.ts'
export type { ActivityEvent } from './types/activity.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of the audit log alone, for bundles that need no more. It brings no schemas: what goes in and out is not
 * checked.
 *
 * @throws RestError with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createActivity } from '@x/console/activity'
 *
 * const activity = createActivity({ auth, baseUrl: organization.consoleUrl })
 * const csv = await activity.getCsv()
 * ```
 */
export function createActivity(options: ConsoleResourceOptions): Activity {
  return activityOver(createConsoleTransport(options))
}
