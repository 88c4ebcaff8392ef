import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  JsonObject,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { BatchOperationCreated } from './batch-operations.ts'
import type {
  BusinessId,
  ElementInstanceKey,
  FormKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
  UserTaskKey,
} from './identifiers.ts'
import type { CursorForwardPagination } from './shared.ts'

/** TODO(words) */
export interface Jobs {
  /**
   * TODO(words)
   *
   * @operation POST /jobs/activation
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  activate(body: JobActivationRequest, options?: CallOptions): Promise<JobActivationResult>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<JobFilter, JobSortField>, options?: CallOptions): Promise<Page<Job>>

  /** TODO(words) */
  searchAll(body?: Search<JobFilter, JobSortField>, options?: SearchAllOptions): AsyncGenerator<Job, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PATCH /jobs/{jobKey}
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  update(jobKey: JobKey, body: JobUpdateRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/{jobKey}/completion
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  complete(jobKey: JobKey, body?: JobCompletionRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/{jobKey}/error
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  throwError(jobKey: JobKey, body: JobErrorRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/{jobKey}/failure
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  fail(jobKey: JobKey, body?: JobFailRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/batch-update
   * @permission BATCH CREATE or BATCH CREATE_BATCH_OPERATION_UPDATE_JOB
   * @since 8.10
   * @bulk
   */
  updateBatch(body: JobBatchUpdateRequest, options?: CallOptions): Promise<BatchOperationCreated>

  /**
   * TODO(words)
   *
   * @operation GET /jobs/statistics/global
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @eventuallyConsistent
   */
  getGlobalStatistics(query: GetGlobalJobStatisticsQuery, options?: CallOptions): Promise<GlobalJobStatistics>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/statistics/by-types
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getTypeStatistics(body: JobTypeStatisticsQuery, options?: CallOptions): Promise<Page<JobTypeStatisticsItem>>

  /** TODO(words) */
  getTypeStatisticsAll(
    body: JobTypeStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobTypeStatisticsItem, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/statistics/by-workers
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getWorkerStatistics(body: JobWorkerStatisticsQuery, options?: CallOptions): Promise<Page<JobWorkerStatisticsItem>>

  /** TODO(words) */
  getWorkerStatisticsAll(
    body: JobWorkerStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobWorkerStatisticsItem, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/statistics/time-series
   * @permission SYSTEM READ_JOB_METRIC
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getTimeSeriesStatistics(
    body: JobTimeSeriesStatisticsQuery,
    options?: CallOptions,
  ): Promise<Page<JobTimeSeriesStatisticsItem>>

  /** TODO(words) */
  getTimeSeriesStatisticsAll(
    body: JobTimeSeriesStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobTimeSeriesStatisticsItem, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /jobs/statistics/errors
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getErrorStatistics(body: JobErrorStatisticsQuery, options?: CallOptions): Promise<Page<JobErrorStatisticsItem>>

  /** TODO(words) */
  getErrorStatisticsAll(
    body: JobErrorStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<JobErrorStatisticsItem, void, undefined>
}

export interface JobActivationResult {
  readonly jobs: readonly ActivatedJob[]
}

export interface ActivatedJob {
  readonly type: string
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly elementId: string
  readonly customHeaders: JsonObject
  readonly worker: string
  readonly retries: Int
  readonly deadline: Int
  readonly variables: JsonObject
  readonly tenantId: TenantId
  /** @since 8.10 */
  readonly physicalTenantId?: string | undefined
  readonly jobKey: JobKey
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly elementInstanceKey: ElementInstanceKey
  readonly kind: OpenEnum<JobKind>
  readonly listenerEventType: OpenEnum<JobListenerEventType>
  readonly userTask: UserTaskProperties | null
  /** @maxItems 10 */
  readonly tags: readonly string[]
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** @since 8.10 */
  readonly priority?: Int | undefined
  /** @minLength 1 @since 8.10 */
  readonly jobLeaseToken?: string | null | undefined
}

export interface UserTaskProperties {
  readonly action: string
  readonly assignee: string | null
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  readonly changedAttributes: readonly string[]
  readonly dueDate: string | null
  readonly followUpDate: string | null
  readonly formKey: FormKey | null
  /** @minimum 0 @maximum 100 */
  readonly priority: Int | null
  readonly userTaskKey: UserTaskKey | null
}

export interface JobActivationRequest {
  readonly type: string
  readonly worker?: string | undefined
  readonly timeout: Int
  readonly maxJobsToActivate: Int
  readonly fetchVariable?: readonly string[] | undefined
  readonly requestTimeout?: Int | undefined
  readonly tenantIds?: readonly string[] | undefined
  /** @since 8.9 */
  readonly tenantFilter?: JobTenantFilter | undefined
  /** @since 8.10 */
  readonly withLease?: boolean | null | undefined
}

export type JobTenantFilter = 'PROVIDED' | 'ASSIGNED'

export interface Job {
  readonly customHeaders: Record<string, string>
  readonly deadline: DateTime | null
  readonly deniedReason: string | null
  readonly elementId: string | null
  readonly elementInstanceKey: ElementInstanceKey
  readonly endTime: DateTime | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly hasFailedWithRetriesLeft: boolean
  readonly isDenied: boolean | null
  readonly jobKey: JobKey
  readonly kind: OpenEnum<JobKind>
  readonly listenerEventType: OpenEnum<JobListenerEventType>
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly retries: Int
  readonly state: OpenEnum<JobState>
  readonly tenantId: TenantId
  readonly type: string
  readonly worker: string
  /** @since 8.9 */
  readonly creationTime?: DateTime | null | undefined
  /** @since 8.9 */
  readonly lastUpdateTime?: DateTime | null | undefined
  /** @since 8.10 */
  readonly priority?: Int | undefined
}

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
  /** @since 8.10 */
  readonly priority?: NumberFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly retries?: NumberFilter | undefined
  readonly state?: EnumFilter<JobState> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly type?: TextFilter | undefined
  readonly worker?: TextFilter | undefined
  /** @since 8.9 */
  readonly creationTime?: DateFilter | undefined
  /** @since 8.9 */
  readonly lastUpdateTime?: DateFilter | undefined
}

export type JobSortField =
  /** @since 8.10 */
  | 'creationTime'
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

export interface JobUpdateRequest {
  readonly changeset: JobChangeset
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
  /** @minLength 1 @since 8.10 */
  readonly jobLeaseToken?: string | null | undefined
}

export interface JobChangeset {
  readonly retries?: Int | null | undefined
  readonly timeout?: Int | null | undefined
  /** @since 8.10 */
  readonly priority?: Int | null | undefined
}

export interface JobCompletionRequest {
  readonly variables?: JsonObject | null | undefined
  readonly result?: JobResult | undefined
  /** @minLength 1 @since 8.10 */
  readonly jobLeaseToken?: string | null | undefined
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
}

export type JobResult = JobResultUserTask | null | JobResultAdHocSubProcess | null

export interface JobResultUserTask {
  readonly denied?: boolean | null | undefined
  readonly deniedReason?: string | null | undefined
  readonly corrections?: JobResultCorrections | null | undefined
  readonly type?: string | undefined
}

export interface JobResultCorrections {
  readonly assignee?: string | null | undefined
  readonly dueDate?: DateTime | null | undefined
  readonly followUpDate?: DateTime | null | undefined
  readonly candidateUsers?: readonly string[] | null | undefined
  readonly candidateGroups?: readonly string[] | null | undefined
  /** @minimum 0 @maximum 100 */
  readonly priority?: Int | null | undefined
}

export interface JobResultAdHocSubProcess {
  readonly activateElements?: readonly JobResultActivateElement[] | undefined
  readonly isCompletionConditionFulfilled?: boolean | undefined
  readonly isCancelRemainingInstances?: boolean | undefined
  readonly type?: string | undefined
}

export interface JobResultActivateElement {
  readonly elementId?: string | undefined
  readonly variables?: JsonObject | null | undefined
}

export interface JobErrorRequest {
  readonly errorCode: string
  readonly errorMessage?: string | null | undefined
  readonly variables?: JsonObject | null | undefined
  /** @minLength 1 @since 8.10 */
  readonly jobLeaseToken?: string | null | undefined
}

export interface JobFailRequest {
  readonly retries?: Int | undefined
  readonly errorMessage?: string | undefined
  readonly retryBackOff?: Int | undefined
  readonly variables?: JsonObject | undefined
  /** @minLength 1 @since 8.10 */
  readonly jobLeaseToken?: string | null | undefined
}

export interface JobBatchUpdateRequest {
  readonly filter: JobFilter
  readonly changeset: JobChangeset
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface GlobalJobStatistics {
  readonly created: StatusMetric
  readonly completed: StatusMetric
  readonly failed: StatusMetric
  readonly isIncomplete: boolean
}

export interface StatusMetric {
  readonly count: Int
  readonly lastUpdatedAt: DateTime | null
}

export interface GetGlobalJobStatisticsQuery {
  readonly from: DateTime
  readonly to: DateTime
  readonly jobType?: string | undefined
}

export interface JobTypeStatisticsItem {
  readonly jobType: string
  readonly created: StatusMetric
  readonly completed: StatusMetric
  readonly failed: StatusMetric
  readonly workers: Int
}

export interface JobTypeStatisticsQuery {
  readonly filter?: JobTypeStatisticsFilter | undefined
  readonly page?: CursorForwardPagination | undefined
}

export interface JobTypeStatisticsFilter {
  readonly from: DateTime
  readonly to: DateTime
  readonly jobType?: TextFilter | undefined
}

export interface JobWorkerStatisticsItem {
  readonly worker: string
  readonly created: StatusMetric
  readonly completed: StatusMetric
  readonly failed: StatusMetric
}

export interface JobWorkerStatisticsQuery {
  readonly filter: JobWorkerStatisticsFilter
  readonly page?: CursorForwardPagination | undefined
}

export interface JobWorkerStatisticsFilter {
  readonly from: DateTime
  readonly to: DateTime
  readonly jobType: string
}

export interface JobTimeSeriesStatisticsItem {
  readonly time: DateTime
  readonly created: StatusMetric
  readonly completed: StatusMetric
  readonly failed: StatusMetric
}

export interface JobTimeSeriesStatisticsQuery {
  readonly filter: JobTimeSeriesStatisticsFilter
  readonly page?: CursorForwardPagination | undefined
}

export interface JobTimeSeriesStatisticsFilter {
  readonly from: DateTime
  readonly to: DateTime
  readonly jobType: string
  readonly resolution?: string | undefined
}

export interface JobErrorStatisticsItem {
  readonly errorCode: string
  readonly errorMessage: string
  readonly workers: Int
}

export interface JobErrorStatisticsQuery {
  readonly filter: JobErrorStatisticsFilter
  readonly page?: CursorForwardPagination | undefined
}

export interface JobErrorStatisticsFilter {
  readonly from: DateTime
  readonly to: DateTime
  readonly jobType: string
  readonly errorCode?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
}

export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS'

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
