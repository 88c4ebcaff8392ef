import type { DateInput, DateTime, Key, KeyInput, OpenEnum, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Problems that stop process instances.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface Incidents {
  /**
   * Returns one page of incidents.
   *
   * @operation POST /incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/incidents/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<IncidentFilter, IncidentSortField>,
    options?: ReadOptions<SearchPage<Incident>>,
  ): Promise<SearchPage<Incident>>

  /**
   * Returns all matching incidents one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const incident of operate.incidents.searchAll({ filter: { state: 'ACTIVE' } })) {
   *   console.log(incident.type, incident.message)
   * }
   */
  searchAll(
    body?: SearchQuery<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * Returns one incident.
   *
   * @operation GET /incidents/{key}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/incidents/{incidentKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'IncidentKey'>, options?: ReadOptions<Incident>): Promise<Incident>
}

/** States of incidents to filter by. A response may contain others. */
export type IncidentState = 'ACTIVE' | 'MIGRATED' | 'RESOLVED' | 'PENDING'

/** Causes of incidents to filter by. A response may contain others. */
export type IncidentType =
  | 'UNSPECIFIED'
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'RESOURCE_NOT_FOUND'

/** A problem that stops a process instance until it is resolved. */
export interface Incident {
  key: Key<'IncidentKey'>
  processDefinitionKey?: Key<'ProcessDefinitionKey'> | undefined
  processInstanceKey: Key<'ProcessInstanceKey'>
  type: OpenEnum<IncidentType>
  message?: string | undefined
  /** `parseOperateDate` reads it. */
  creationTime: DateTime
  state: OpenEnum<IncidentState>
  /** Key of the job that failed, if a job is the cause. */
  jobKey?: Key<'JobKey'> | undefined
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on incidents. */
export interface IncidentFilter {
  key?: KeyInput<'IncidentKey'> | undefined
  processDefinitionKey?: KeyInput<'ProcessDefinitionKey'> | undefined
  processInstanceKey?: KeyInput<'ProcessInstanceKey'> | undefined
  type?: IncidentType | undefined
  /** Full-text match, the only one of the API: all words must occur in the message, in any order. */
  message?: string | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  creationTime?: DateInput | undefined
  state?: IncidentState | undefined
  jobKey?: KeyInput<'JobKey'> | undefined
  tenantId?: string | undefined
}

/** Fields to sort incidents by; `message` is not one of them. */
export type IncidentSortField = Exclude<keyof IncidentFilter, 'message'>
