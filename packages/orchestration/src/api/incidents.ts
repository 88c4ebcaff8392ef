import type {
  CallOptions,
  DateFilter,
  DateTime,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type {
  ElementInstanceKey,
  IncidentKey,
  JobKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { BasicStringFilter, OffsetPagination, SortOrder } from './shared.ts'

/** TODO(words) */
export interface Incidents {
  /**
   * TODO(words)
   *
   * @operation POST /incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(body?: Search<IncidentFilter, IncidentSortField>, options?: CallOptions): Promise<Page<Incident>>

  /** TODO(words) */
  searchAll(
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /incidents/{incidentKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @eventuallyConsistent
   */
  get(incidentKey: IncidentKey, options?: CallOptions): Promise<Incident>

  /**
   * TODO(words)
   *
   * @operation POST /incidents/{incidentKey}/resolution
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  resolve(incidentKey: IncidentKey, body?: IncidentResolutionRequest, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /incidents/statistics/process-instances-by-definition
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getStatisticsByDefinition(
    body: IncidentProcessInstanceStatisticsByDefinitionQuery,
    options?: CallOptions,
  ): Promise<Page<IncidentProcessInstanceStatisticsByDefinition>>

  /** TODO(words) */
  getStatisticsByDefinitionAll(
    body: IncidentProcessInstanceStatisticsByDefinitionQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<IncidentProcessInstanceStatisticsByDefinition, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /incidents/statistics/process-instances-by-error
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getStatisticsByError(
    body?: IncidentProcessInstanceStatisticsByErrorQuery,
    options?: CallOptions,
  ): Promise<Page<IncidentProcessInstanceStatisticsByError>>

  /** TODO(words) */
  getStatisticsByErrorAll(
    body?: IncidentProcessInstanceStatisticsByErrorQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<IncidentProcessInstanceStatisticsByError, void, undefined>
}

export interface IncidentResolutionRequest {
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export interface IncidentProcessInstanceStatisticsByDefinition {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionName: string
  readonly processDefinitionVersion: Int
  readonly tenantId: TenantId
  readonly activeInstancesWithErrorCount: Int
}

export interface IncidentProcessInstanceStatisticsByDefinitionQuery {
  readonly filter: IncidentProcessInstanceStatisticsByDefinitionFilter
  readonly page?: OffsetPagination | undefined
  readonly sort?: readonly IncidentProcessInstanceStatisticsByDefinitionSort[] | undefined
}

export interface IncidentProcessInstanceStatisticsByDefinitionFilter {
  readonly errorHashCode: Int
}

export interface IncidentProcessInstanceStatisticsByDefinitionSort {
  readonly field: 'activeInstancesWithErrorCount' | 'processDefinitionKey' | 'tenantId'
  readonly order?: SortOrder | undefined
}

export interface IncidentProcessInstanceStatisticsByError {
  readonly errorHashCode: Int
  readonly errorMessage: string
  readonly activeInstancesWithErrorCount: Int
}

export interface IncidentProcessInstanceStatisticsByErrorQuery {
  readonly page?: OffsetPagination | undefined
  readonly sort?: readonly IncidentProcessInstanceStatisticsByErrorSort[] | undefined
}

export interface IncidentProcessInstanceStatisticsByErrorSort {
  readonly field: 'errorMessage' | 'activeInstancesWithErrorCount'
  readonly order?: SortOrder | undefined
}

export interface Incident {
  readonly processDefinitionId: ProcessDefinitionId
  readonly errorType: OpenEnum<IncidentErrorType>
  readonly errorMessage: string
  readonly elementId: string
  readonly creationTime: DateTime
  readonly state: OpenEnum<IncidentState>
  readonly tenantId: TenantId
  readonly incidentKey: IncidentKey
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstanceKey: ProcessInstanceKey
  readonly rootProcessInstanceKey: ProcessInstanceKey | null
  readonly elementInstanceKey: ElementInstanceKey
  readonly jobKey: JobKey | null
}

export type IncidentErrorType =
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'CALLED_DECISION_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'CONDITION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'EXTRACT_VALUE_ERROR'
  | 'FORM_NOT_FOUND'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'RESOURCE_NOT_FOUND'
  | /** @since 8.10 */ 'SECRET_RESOLUTION_ERROR'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'UNKNOWN'
  | 'UNSPECIFIED'

export type IncidentState = 'ACTIVE' | 'MIGRATED' | 'PENDING' | 'RESOLVED' | 'UNKNOWN'

export interface IncidentFilter {
  readonly processDefinitionId?: TextFilter | undefined
  readonly errorType?: IncidentErrorTypeFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly creationTime?: DateFilter | undefined
  readonly state?: IncidentStateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly incidentKey?: BasicStringFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
}

export type IncidentErrorTypeFilter = IncidentErrorType | IncidentErrorTypeConditions

export interface IncidentErrorTypeConditions {
  readonly $eq?: IncidentErrorType | undefined
  readonly $neq?: IncidentErrorType | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly IncidentErrorType[] | undefined
  readonly $notIn?: readonly IncidentErrorType[] | undefined
  readonly $like?: string | undefined
}

export type IncidentStateFilter = IncidentState | IncidentStateConditions

export interface IncidentStateConditions {
  readonly $eq?: IncidentState | undefined
  readonly $neq?: IncidentState | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly IncidentState[] | undefined
  readonly $notIn?: readonly IncidentState[] | undefined
  readonly $like?: string | undefined
}

export type IncidentSortField =
  | 'incidentKey'
  | 'processDefinitionKey'
  | 'processDefinitionId'
  | 'processInstanceKey'
  | 'errorType'
  | 'elementId'
  | 'elementInstanceKey'
  | 'creationTime'
  | 'state'
  | 'jobKey'
  | 'tenantId'
