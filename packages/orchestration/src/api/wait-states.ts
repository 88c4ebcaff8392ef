import type { DateTime, EnumFilter, Int, KeyFilter, OpenEnum, TextFilter } from '@x/rest'
import type { ElementType } from './element-instances.ts'
import type { ElementInstanceKey, JobKey, ProcessInstanceKey, TenantId, UserTaskKey } from './identifiers.ts'
import type { JobKind, JobListenerEventType } from './job-activation.ts'

/** What an element instance waits for. */
export interface WaitState {
  readonly elementInstanceKey: ElementInstanceKey
  readonly elementId: string
  readonly elementType: OpenEnum<ElementType>
  readonly details: WaitStateDetails
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. */
  readonly rootProcessInstanceKey: ProcessInstanceKey | null
  /** The `processDefinitionId` of other types. */
  readonly bpmnProcessId: string
  readonly tenantId: TenantId
}

/** What an element instance can wait for. */
export type WaitStateType = 'JOB' | 'MESSAGE' | 'USER_TASK' | 'TIMER' | 'SIGNAL' | 'CONDITION'

/** Details of a wait state: check `waitStateType` to narrow the type. */
export type WaitStateDetails =
  | JobWaitStateDetails
  | MessageWaitStateDetails
  | UserTaskWaitStateDetails
  | TimerWaitStateDetails
  | SignalWaitStateDetails
  | ConditionWaitStateDetails

/** Waits for a worker to complete a job. */
export interface JobWaitStateDetails {
  readonly waitStateType: 'JOB'
  readonly jobKey: JobKey
  readonly jobType: string
  readonly jobKind: OpenEnum<JobKind>
  /** Null unless the job belongs to a listener. */
  readonly listenerEventType: OpenEnum<JobListenerEventType> | null
  /** Remaining retries. */
  readonly retries: Int | null
}

/** Waits for a message. */
export interface MessageWaitStateDetails {
  readonly waitStateType: 'MESSAGE'
  readonly messageName: string
  /** Null for a start event. */
  readonly correlationKey: string | null
}

/** Waits for a person to complete a user task. */
export interface UserTaskWaitStateDetails {
  readonly waitStateType: 'USER_TASK'
  readonly taskKey: UserTaskKey
  readonly dueDate: DateTime | null
}

/** Waits for a timer. */
export interface TimerWaitStateDetails {
  readonly waitStateType: 'TIMER'
  /** In milliseconds since the epoch. */
  readonly dueDate: Int | null
  /** Remaining repetitions: `0` for none, `-1` for unlimited. */
  readonly repetitions: Int | null
}

/** Waits for a signal. */
export interface SignalWaitStateDetails {
  readonly waitStateType: 'SIGNAL'
  readonly signalName: string
}

/** Waits until a condition is true. */
export interface ConditionWaitStateDetails {
  readonly waitStateType: 'CONDITION'
  /** The FEEL expression of the condition. */
  readonly expression: string
  /** Changes of variables after which the condition is evaluated again; empty for any change. */
  readonly events: readonly OpenEnum<'create' | 'update'>[]
}

/** Conditions on wait states; all must be met. */
export interface WaitStateFilter {
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly rootProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementType?: EnumFilter<ElementType> | undefined
  readonly waitStateType?: EnumFilter<WaitStateType> | undefined
}

/** Fields to sort wait states by. */
export type WaitStateSortField = 'elementInstanceKey' | 'processInstanceKey' | 'rootProcessInstanceKey' | 'elementId'
