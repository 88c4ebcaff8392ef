import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from './element-instance.ts'

/** An activity that has completed and can be compensated, or a scope that contains such activities. */
export interface Compensation {
  readonly activity: ElementInstance
  /** The id of the activity in the current definition of its process instance. */
  activityId: string
  /** The compensation event of the activity; undefined for a scope without one. */
  event: ElementModel | undefined
  /** The event that triggered the compensation. */
  thrower: ElementInstance | undefined
  /** The instance of the handler that compensates it. */
  handler: ElementInstance | undefined
}
