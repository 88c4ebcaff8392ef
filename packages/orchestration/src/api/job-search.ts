import type { DateFilter, DateTime, EnumFilter, Int, KeyFilter, NumberFilter, OpenEnum, TextFilter } from '@x/rest'
import type {
  BusinessId,
  ElementInstanceKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { JobKind, JobListenerEventType } from './job-activation.ts'

/** The last event of a job. There is no state for a job that a worker holds. */
export type JobState =
  | 'CANCELED'
  | 'COMPLETED'
  | 'CREATED'
  | 'ERROR_THROWN'
  | 'FAILED'
  | 'MIGRATED'
  | /** @since 8.10 */ 'PRIORITY_UPDATED'
  | 'RETRIES_UPDATED'
  | /** @since 8.10 */ 'TIMEOUT_UPDATED'
  | 'TIMED_OUT'

/** A job in a search result. */
export interface Job {
  readonly jobKey: JobKey
  readonly type: string
  readonly state: OpenEnum<JobState>
  readonly kind: OpenEnum<JobKind>
  readonly listenerEventType: OpenEnum<JobListenerEventType>
  /** How often the job may still be attempted. */
  readonly retries: Int
  /** True if the job failed and is retried. */
  readonly hasFailedWithRetriesLeft: boolean
  /** When the reservation by a worker ends; null if there is none. */
  readonly deadline: DateTime | null
  /** Name of the worker that activated it. */
  readonly worker: string
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: Record<string, string>
  readonly errorCode: string | null
  readonly errorMessage: string | null
  /** Whether the task listener denied the event; null for jobs of other kinds. */
  readonly isDenied: boolean | null
  readonly deniedReason: string | null
  /** Id of the element in the BPMN. */
  readonly elementId: string | null
  readonly elementInstanceKey: ElementInstanceKey
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  /** Business id of the process instance; null if it has none or the job is older than Camunda 8.10. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** 0 for jobs older than Camunda 8.10. @since 8.10 */
  readonly priority?: Int | undefined
  readonly tenantId: TenantId
  /** Null for jobs older than Camunda 8.9. @since 8.9 */
  readonly creationTime?: DateTime | null | undefined
  /** Null for jobs older than Camunda 8.9. @since 8.9 */
  readonly lastUpdateTime?: DateTime | null | undefined
  /** Null until the job has ended. */
  readonly endTime: DateTime | null
}

/** Conditions on jobs; all must be met. */
export interface JobFilter {
  readonly deadline?: DateFilter | null | undefined
  readonly deniedReason?: TextFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly endTime?: DateFilter | undefined
  readonly errorCode?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly hasFailedWithRetriesLeft?: boolean | undefined
  readonly isDenied?: boolean | null | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
  readonly kind?: EnumFilter<JobKind> | undefined
  readonly listenerEventType?: EnumFilter<JobListenerEventType> | undefined
  /** Finds no jobs older than Camunda 8.10. @since 8.10 */
  readonly priority?: NumberFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly retries?: NumberFilter | undefined
  readonly state?: EnumFilter<JobState> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly type?: TextFilter | undefined
  readonly worker?: TextFilter | undefined
  /** Finds no jobs older than Camunda 8.9. @since 8.9 */
  readonly creationTime?: DateFilter | undefined
  /** Finds no jobs older than Camunda 8.9. @since 8.9 */
  readonly lastUpdateTime?: DateFilter | undefined
}

/** Fields to sort jobs by. */
export type JobSortField =
  | /** @since 8.10 */ 'creationTime'
  | 'deadline'
  | 'deniedReason'
  | 'elementId'
  | 'elementInstanceKey'
  | 'endTime'
  | 'errorCode'
  | 'errorMessage'
  | 'hasFailedWithRetriesLeft'
  | 'isDenied'
  | 'jobKey'
  | 'kind'
  | 'listenerEventType'
  | /** @since 8.10 */ 'priority'
  | 'processDefinitionId'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | 'retries'
  | 'state'
  | 'tenantId'
  | 'type'
  | 'worker'
