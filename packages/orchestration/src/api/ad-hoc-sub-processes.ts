import type { CallOptions, JsonInput } from '@x/rest'
import type { ElementInstanceKey } from './identifiers.ts'

/** Ad-hoc sub-processes, whose activities you activate yourself, in any order. */
export interface AdHocSubProcesses {
  /**
   * Activates activities in an instance of an ad-hoc sub-process. Find its key with `elementInstances.search` and the
   * type `AD_HOC_SUB_PROCESS`.
   *
   * @operation POST /element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.8
   * @throws {ApiError} 400 if the sub-process has no such activity; 404 if the key is not that of an active ad-hoc
   * sub-process
   * @example
   * await camunda.adHocSubProcesses.activateActivities(elementInstanceKey, {
   *   elements: [{ elementId: 'call-customer', variables: { reason: 'address' } }],
   * })
   */
  activateActivities(
    adHocSubProcessInstanceKey: ElementInstanceKey,
    body: ActivateActivitiesRequest,
    options?: CallOptions,
  ): Promise<void>
}

/** Activities to activate. */
export interface ActivateActivitiesRequest {
  readonly elements: readonly ActivityToActivate[]
  /** Terminates what is still active in the sub-process. **This cannot be undone.** @defaultValue `false` */
  readonly cancelRemainingInstances?: boolean | undefined
}

/** An activity to activate, which must be part of the sub-process. */
export interface ActivityToActivate {
  readonly elementId: string
  /** Variables of the new element instance. */
  readonly variables?: JsonInput | undefined
}
