import type { DateTime, Int, JsonObject, OpenEnum } from '@x/rest'
import type {
  BusinessId,
  ElementInstanceKey,
  FormKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'

/** What a job was created for: a task or event of the process, a listener, or the control of an ad-hoc sub-process. */
export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS'

/** Event that a listener is called for; `UNSPECIFIED` for jobs of other kinds. */
export type JobListenerEventType =
  | 'ASSIGNING'
  | /** @since 8.10 */ 'BEFORE_ALL'
  | /** @since 8.10 */ 'CANCEL'
  | 'CANCELING'
  | 'COMPLETING'
  | 'CREATING'
  | 'END'
  | 'START'
  | 'UNSPECIFIED'
  | 'UPDATING'

/** Tenants whose jobs are activated: those in `tenantIds`, or all that the client is assigned to. */
export type JobTenantFilter = 'PROVIDED' | 'ASSIGNED'

/** Identifies one activation of a leased job. @minLength 1 */
export type JobLeaseToken = string

/** The jobs to activate, how many, and for how long. */
export interface ActivateJobsRequest {
  /** The job type that the element has in the BPMN. One call activates jobs of one type. */
  readonly type: string
  /** Name of the worker, for logs and statistics. */
  readonly worker?: string | undefined
  /** How long the jobs are reserved, in milliseconds; then another worker can activate them. */
  readonly timeout: Int
  readonly maxJobsToActivate: Int
  /** Names of the variables to return. @defaultValue all that are visible to the element */
  readonly fetchVariable?: readonly string[] | undefined
  /**
   * How long the server waits for a job if there is none, in milliseconds. 0 is the server's default, and a negative
   * number disables waiting. Stay below 60 seconds, after which many proxies close the connection.
   *
   * @defaultValue the server's, 10 seconds unless it is configured otherwise
   */
  readonly requestTimeout?: Int | undefined
  /** @defaultValue the client's `tenantId`, else `<default>` */
  readonly tenantIds?: readonly TenantId[] | undefined
  /** `ASSIGNED` ignores `tenantIds`. @defaultValue `'PROVIDED'` @since 8.9 */
  readonly tenantFilter?: JobTenantFilter | undefined
  /**
   * Leases the jobs: each gets a `jobLeaseToken`, without which it cannot be completed, failed or ended with an error.
   * A worker that is still busy after a job's `timeout` can then no longer interfere with the next one. From then on,
   * leased jobs are only activated with leases, so use the same setting for all workers of a type.
   *
   * @defaultValue `false` @since 8.10
   */
  readonly withLease?: boolean | null | undefined
}

/** The activated jobs; empty if there were none in time. */
export interface ActivatedJobs {
  readonly jobs: readonly ActivatedJob[]
}

/** A job that is reserved for the caller. */
export interface ActivatedJob {
  readonly jobKey: JobKey
  readonly type: string
  /** Variables visible to the element when the job was activated. */
  readonly variables: JsonObject
  /** Headers that the element has in the BPMN. */
  readonly customHeaders: JsonObject
  /** How often the job may still be attempted, including this time. */
  readonly retries: Int
  /** When the reservation ends, in milliseconds since 1970. */
  readonly deadline: Int
  /** Name of the worker that activated it. */
  readonly worker: string
  readonly kind: OpenEnum<JobKind>
  readonly listenerEventType: OpenEnum<JobListenerEventType>
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly processDefinitionKey: ProcessDefinitionKey
  /** The user task, for jobs of a task listener; null for others. */
  readonly userTask: UserTaskProperties | null
  /** Tags of the process instance. */
  readonly tags: Tags
  /** Business id of the process instance; null if it has none or the job is older than Camunda 8.10. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** Jobs with a higher priority are activated first. 0 for jobs older than Camunda 8.10. @since 8.10 */
  readonly priority?: Int | undefined
  /** Pass it when you complete, fail or end the job with an error; null if the job is not leased. @since 8.10 */
  readonly jobLeaseToken?: JobLeaseToken | null | undefined
  readonly tenantId: TenantId
  /** The physical tenant that activated it. @since 8.10 */
  readonly physicalTenantId?: string | undefined
}

/** The user task that a task listener is called for. */
export interface UserTaskProperties {
  /** The caller's `action`, or its default such as `complete`. */
  readonly action: string
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  /** Names of the members that the event changes. */
  readonly changedAttributes: readonly string[]
  readonly dueDate: DateTime | null
  readonly followUpDate: DateTime | null
  readonly formKey: FormKey | null
  /** A higher number is more urgent. @minimum 0 @maximum 100 */
  readonly priority: Int | null
  readonly userTaskKey: UserTaskKey | null
}
