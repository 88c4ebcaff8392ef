import type {
  CallOptions,
  DateFilter,
  DateTime,
  Int,
  KeyFilter,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  Sort,
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
import type { CommandRequest, EnumFilterWithNotIn, OffsetPagination } from './shared.ts'

/** Incidents: problems that stop a process instance until they are resolved. */
export interface Incidents {
  /**
   * Returns one incident, open or resolved.
   *
   * @operation GET /incidents/{incidentKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(incidentKey: IncidentKey, options?: ReadOptions<Incident>): Promise<Incident>

  /**
   * Returns one page of the matching incidents, open and resolved. Those that the client has no permission to read are
   * left out, and not counted.
   *
   * @operation POST /incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.6
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: ReadOptions<Page<Incident>>,
  ): Promise<Page<Incident>>

  /**
   * Returns all matching incidents one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { state: 'ACTIVE', errorType: 'JOB_NO_RETRIES' } as const
   * for await (const { elementId, errorMessage } of camunda.incidents.searchAll({ filter })) {
   *   console.log(elementId, errorMessage)
   * }
   */
  searchAll(
    body?: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * Resolves an incident: the process instance continues where it stopped. Fix the cause first, or it raises another
   * incident. If a job has no retries left, give it new ones first.
   *
   * @operation POST /incidents/{incidentKey}/resolution
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 404 if there is no such incident; 409 if it cannot be resolved, for example because its job has
   * no retries left
   * @example
   * const { incidentKey, jobKey } = await camunda.incidents.get(key)
   * if (jobKey) await camunda.jobs.update(jobKey, { changeset: { retries: 3 } })
   * await camunda.incidents.resolve(incidentKey)
   */
  resolve(incidentKey: IncidentKey, body?: CommandRequest, options?: CallOptions): Promise<void>

  /**
   * Returns how many active process instances have open incidents, by error. It counts process instances, not
   * incidents.
   *
   * @operation POST /incidents/statistics/process-instances-by-error
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging offset
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.incidents.getStatisticsByError({
   *   sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }],
   *   page: { limit: 10 },
   * })
   */
  getStatisticsByError(
    body?: IncidentStatisticsByErrorQuery,
    options?: ReadOptions<Page<IncidentStatisticsByError>>,
  ): Promise<Page<IncidentStatisticsByError>>

  /** Returns the counts of all errors one by one, and requests the next page while you work on the current one. */
  getStatisticsByErrorAll(
    body?: IncidentStatisticsByErrorQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<IncidentStatisticsByError, void, undefined>

  /**
   * Returns how many active process instances have incidents with one error, by process definition.
   *
   * @operation POST /incidents/statistics/process-instances-by-definition
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging offset
   * @eventuallyConsistent
   */
  getStatisticsByDefinition(
    body: IncidentStatisticsByDefinitionQuery,
    options?: ReadOptions<Page<IncidentStatisticsByDefinition>>,
  ): Promise<Page<IncidentStatisticsByDefinition>>

  /** Returns the counts of all definitions one by one, and requests the next page while you work on the current one. */
  getStatisticsByDefinitionAll(
    body: IncidentStatisticsByDefinitionQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<IncidentStatisticsByDefinition, void, undefined>
}

/** What raised an incident. */
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

/** A state of incidents. `ACTIVE` ones are open. */
export type IncidentState = 'ACTIVE' | 'MIGRATED' | 'PENDING' | 'RESOLVED' | 'UNKNOWN'

/** A problem that stops a process instance. */
export interface Incident {
  readonly incidentKey: IncidentKey
  readonly errorType: OpenEnum<IncidentErrorType>
  readonly errorMessage: string
  readonly state: OpenEnum<IncidentState>
  readonly creationTime: DateTime
  /** Id of the element where it happened. */
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey
  /** The job that has no retries left; null for other errors. */
  readonly jobKey: JobKey | null
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. */
  readonly rootProcessInstanceKey: ProcessInstanceKey | null
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId: TenantId
}

/** Conditions on incidents; all must be met. */
export interface IncidentFilter {
  readonly processDefinitionId?: TextFilter | undefined
  readonly errorType?: EnumFilterWithNotIn<IncidentErrorType> | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly creationTime?: DateFilter | undefined
  readonly state?: EnumFilterWithNotIn<IncidentState> | undefined
  readonly tenantId?: TextFilter | undefined
  readonly incidentKey?: KeyFilter<IncidentKey> | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly jobKey?: KeyFilter<JobKey> | undefined
}

/** Fields to sort incidents by. */
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

/** The page of errors to return, and their order. */
export interface IncidentStatisticsByErrorQuery {
  readonly page?: OffsetPagination | undefined
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<'errorMessage' | 'activeInstancesWithErrorCount'>[] | undefined
}

/** An error, and how many process instances have it. */
export interface IncidentStatisticsByError {
  /** Identifies the error, for `getStatisticsByDefinition` and for the filter of `processInstances.search`. */
  readonly errorHashCode: Int
  readonly errorMessage: string
  /** Number of active process instances with an open incident of this error. */
  readonly activeInstancesWithErrorCount: Int
}

/** The error to count, and the page of process definitions to return. */
export interface IncidentStatisticsByDefinitionQuery {
  readonly filter: IncidentStatisticsByDefinitionFilter
  readonly page?: OffsetPagination | undefined
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<'activeInstancesWithErrorCount' | 'processDefinitionKey' | 'tenantId'>[] | undefined
}

/** Conditions on incidents; all must be met. */
export interface IncidentStatisticsByDefinitionFilter {
  /** `getStatisticsByError` returns it. */
  readonly errorHashCode: Int
}

/** A process definition, and how many of its instances have an error. */
export interface IncidentStatisticsByDefinition {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionName: string
  readonly processDefinitionVersion: Int
  readonly tenantId: TenantId
  /** Number of active process instances with an incident of this error. */
  readonly activeInstancesWithErrorCount: Int
}
