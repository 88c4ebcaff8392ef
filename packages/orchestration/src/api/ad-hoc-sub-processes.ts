import type { CallOptions, JsonObject } from '@x/rest'
import type { ElementInstanceKey } from './identifiers.ts'

/** TODO(words) */
export interface AdHocSubProcesses {
  /**
   * TODO(words)
   *
   * @operation POST /element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.8
   */
  activateActivities(
    adHocSubProcessInstanceKey: ElementInstanceKey,
    body: AdHocSubProcessActivateActivitiesInstruction,
    options?: CallOptions,
  ): Promise<void>
}

export interface AdHocSubProcessActivateActivitiesInstruction {
  readonly elements: readonly AdHocSubProcessActivateActivityReference[]
  readonly cancelRemainingInstances?: boolean | undefined
}

export interface AdHocSubProcessActivateActivityReference {
  readonly elementId: string
  readonly variables?: JsonObject | undefined
}
