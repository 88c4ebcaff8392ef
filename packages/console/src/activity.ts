import { type Activity, createActivity as createOn } from './resources/activity.ts'
import { createConsoleTransport, type ResourceOptions } from './transport.ts'

export type { Activity } from './resources/activity.ts'
export type { ResourceOptions } from './transport.ts'
export type { ActivityEvent } from './types/activity.ts'

/** Only {@link Activity}, for small bundles: without the other resources, and without validation. Defaults as in `createConsoleClient`. */
export function createActivity(options: ResourceOptions): Activity {
  return createOn(createConsoleTransport(options))
}
