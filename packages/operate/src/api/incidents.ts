import type { CallOptions, DateInput, DateTime, Key, KeyInput, OpenEnum, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Problems that stop process instances.
 *
 * @until 8.9
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
  search(body?: SearchQuery<IncidentFilter, IncidentSortField>, options?: CallOptions): Promise<SearchPage<Incident>>

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
  get(key: KeyInput<'IncidentKey'>, options?: CallOptions): Promise<Incident>
}

export type IncidentState = OpenEnum<'ACTIVE' | 'MIGRATED' | 'RESOLVED' | 'PENDING'>

export type IncidentType = OpenEnum<
  | 'UNSPECIFIED'
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
>

/** A problem that stops a process instance until it is resolved. */
export interface Incident {
  readonly key: Key<'IncidentKey'>
  readonly processDefinitionKey?: Key<'ProcessDefinitionKey'> | undefined
  readonly processInstanceKey: Key<'ProcessInstanceKey'>
  readonly type: IncidentType
  readonly message?: string | undefined
  /** `parseOperateDate` reads it. */
  readonly creationTime: DateTime
  readonly state: IncidentState
  /** Key of the job that failed, if a job is the cause. */
  readonly jobKey?: Key<'JobKey'> | undefined
  /** `<default>` where multi-tenancy is off. @since 8.3 */
  readonly tenantId?: string | undefined
}

/** Conditions on incidents. */
export interface IncidentFilter {
  readonly key?: KeyInput<'IncidentKey'>
  readonly processDefinitionKey?: KeyInput<'ProcessDefinitionKey'>
  readonly processInstanceKey?: KeyInput<'ProcessInstanceKey'>
  readonly type?: IncidentType
  /** Full-text match, the only one of the API: all words must occur in the message, in any order. */
  readonly message?: string
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  readonly creationTime?: DateInput
  readonly state?: IncidentState
  readonly jobKey?: KeyInput<'JobKey'>
  readonly tenantId?: string
}

/** Fields to sort incidents by; `message` is not one of them. */
export type IncidentSortField = Exclude<keyof IncidentFilter, 'message'>
