import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  JsonObject,
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
  UserTaskKey,
} from './identifiers.ts'
import type { Incident, IncidentFilter, IncidentSortField } from './incidents.ts'
import type { JobKind, JobListenerEventType } from './jobs.ts'

/** TODO(words) */
export interface ElementInstances {
  /**
   * TODO(words)
   *
   * @operation POST /element-instances/wait-states/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  searchWaitStates(
    body?: Search<ElementInstanceWaitStateFilter, ElementInstanceWaitStateSortField>,
    options?: CallOptions,
  ): Promise<Page<ElementInstanceWaitState>>

  /** TODO(words) */
  searchWaitStatesAll(
    body?: Search<ElementInstanceWaitStateFilter, ElementInstanceWaitStateSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ElementInstanceWaitState, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /element-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<ElementInstanceFilter, ElementInstanceSortField>,
    options?: CallOptions,
  ): Promise<Page<ElementInstance>>

  /** TODO(words) */
  searchAll(
    body?: Search<ElementInstanceFilter, ElementInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ElementInstance, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /element-instances/{elementInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  get(elementInstanceKey: ElementInstanceKey, options?: CallOptions): Promise<ElementInstance>

  /**
   * TODO(words)
   *
   * @operation POST /element-instances/{elementInstanceKey}/incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  searchIncidents(
    elementInstanceKey: ElementInstanceKey,
    body: Search<IncidentFilter, IncidentSortField>,
    options?: CallOptions,
  ): Promise<Page<Incident>>

  /** TODO(words) */
  searchIncidentsAll(
    elementInstanceKey: ElementInstanceKey,
    body: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * TODO(words)
   *
   * @operation PUT /element-instances/{elementInstanceKey}/variables
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   */
  setVariables(elementInstanceKey: ElementInstanceKey, body: SetVariableRequest, options?: CallOptions): Promise<void>
}

export interface ElementInstanceWaitState {
  readonly rootProcessInstanceKey: ProcessInstanceKey | null
  readonly processInstanceKey: ProcessInstanceKey
  readonly elementInstanceKey: ElementInstanceKey
  readonly elementId: string
  readonly elementType: OpenEnum<WaitStateElementType>
  readonly tenantId: TenantId
  readonly bpmnProcessId: string
  readonly details: WaitStateDetails
}

export type WaitStateElementType =
  | 'AD_HOC_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
  | 'BOUNDARY_EVENT'
  | 'BUSINESS_RULE_TASK'
  | 'CALL_ACTIVITY'
  | 'END_EVENT'
  | 'EVENT_BASED_GATEWAY'
  | 'EVENT_SUB_PROCESS'
  | 'EXCLUSIVE_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'MANUAL_TASK'
  | 'MULTI_INSTANCE_BODY'
  | 'PARALLEL_GATEWAY'
  | 'PROCESS'
  | 'RECEIVE_TASK'
  | 'SCRIPT_TASK'
  | 'SEND_TASK'
  | 'SEQUENCE_FLOW'
  | 'SERVICE_TASK'
  | 'START_EVENT'
  | 'SUB_PROCESS'
  | 'TASK'
  | 'UNKNOWN'
  | 'UNSPECIFIED'
  | 'USER_TASK'

export type WaitStateDetails =
  | JobWaitStateDetails
  | MessageWaitStateDetails
  | UserTaskWaitStateDetails
  | TimerWaitStateDetails
  | SignalWaitStateDetails
  | ConditionWaitStateDetails

export interface JobWaitStateDetails {
  readonly waitStateType: string
  readonly jobKey: JobKey
  readonly jobType: string
  readonly jobKind: OpenEnum<JobKind>
  readonly listenerEventType: OpenEnum<JobListenerEventType> | null
  readonly retries: Int | null
}

export interface MessageWaitStateDetails {
  readonly waitStateType: string
  readonly messageName: string
  readonly correlationKey: string | null
}

export interface UserTaskWaitStateDetails {
  readonly waitStateType: string
  readonly taskKey: UserTaskKey
  readonly dueDate: DateTime | null
}

export interface TimerWaitStateDetails {
  readonly waitStateType: string
  readonly dueDate: Int | null
  readonly repetitions: Int | null
}

export interface SignalWaitStateDetails {
  readonly waitStateType: string
  readonly signalName: string
}

export interface ConditionWaitStateDetails {
  readonly waitStateType: string
  readonly expression: string
  readonly events: readonly OpenEnum<'create' | 'update'>[]
}

export interface ElementInstanceWaitStateFilter {
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly rootProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementType?: EnumFilter<WaitStateElementType> | undefined
  readonly waitStateType?: EnumFilter<WaitStateType> | undefined
}

export type WaitStateType = 'JOB' | 'MESSAGE' | 'USER_TASK' | 'TIMER' | 'SIGNAL' | 'CONDITION'

export type ElementInstanceWaitStateSortField =
  | 'elementInstanceKey'
  | 'processInstanceKey'
  | 'rootProcessInstanceKey'
  | 'elementId'

export interface ElementInstance {
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly startDate: DateTime
  readonly endDate: DateTime | null
  readonly elementId: string
  readonly elementName: string
  readonly type: OpenEnum<
    | 'UNSPECIFIED'
    | 'PROCESS'
    | 'SUB_PROCESS'
    | 'EVENT_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
    | 'START_EVENT'
    | 'INTERMEDIATE_CATCH_EVENT'
    | 'INTERMEDIATE_THROW_EVENT'
    | 'BOUNDARY_EVENT'
    | 'END_EVENT'
    | 'SERVICE_TASK'
    | 'RECEIVE_TASK'
    | 'USER_TASK'
    | 'MANUAL_TASK'
    | 'TASK'
    | 'EXCLUSIVE_GATEWAY'
    | 'INCLUSIVE_GATEWAY'
    | 'PARALLEL_GATEWAY'
    | 'EVENT_BASED_GATEWAY'
    | 'SEQUENCE_FLOW'
    | 'MULTI_INSTANCE_BODY'
    | 'CALL_ACTIVITY'
    | 'BUSINESS_RULE_TASK'
    | 'SCRIPT_TASK'
    | 'SEND_TASK'
    | 'UNKNOWN'
  >
  readonly state: OpenEnum<ElementInstanceState>
  readonly hasIncident: boolean
  readonly tenantId: TenantId
  readonly elementInstanceKey: ElementInstanceKey
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly incidentKey: IncidentKey | null
}

export interface ElementInstanceFilter {
  readonly processDefinitionId?: ProcessDefinitionId | undefined
  readonly state?: EnumFilter<ElementInstanceState> | undefined
  readonly type?:
    | 'UNSPECIFIED'
    | 'PROCESS'
    | 'SUB_PROCESS'
    | 'EVENT_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
    | 'START_EVENT'
    | 'INTERMEDIATE_CATCH_EVENT'
    | 'INTERMEDIATE_THROW_EVENT'
    | 'BOUNDARY_EVENT'
    | 'END_EVENT'
    | 'SERVICE_TASK'
    | 'RECEIVE_TASK'
    | 'USER_TASK'
    | 'MANUAL_TASK'
    | 'TASK'
    | 'EXCLUSIVE_GATEWAY'
    | 'INCLUSIVE_GATEWAY'
    | 'PARALLEL_GATEWAY'
    | 'EVENT_BASED_GATEWAY'
    | 'SEQUENCE_FLOW'
    | 'MULTI_INSTANCE_BODY'
    | 'CALL_ACTIVITY'
    | 'BUSINESS_RULE_TASK'
    | 'SCRIPT_TASK'
    | 'SEND_TASK'
    | 'UNKNOWN'
    | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementName?: TextFilter | undefined
  readonly hasIncident?: boolean | undefined
  readonly tenantId?: TenantId | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly incidentKey?: IncidentKey | undefined
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly elementInstanceScopeKey?: ElementInstanceKey | ProcessInstanceKey | undefined
  /** @since 8.10 */
  readonly $or?: readonly ElementInstanceFilterFields[] | undefined
}

export interface ElementInstanceFilterFields {
  readonly processDefinitionId?: ProcessDefinitionId | undefined
  readonly state?: EnumFilter<ElementInstanceState> | undefined
  readonly type?:
    | 'UNSPECIFIED'
    | 'PROCESS'
    | 'SUB_PROCESS'
    | 'EVENT_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS'
    | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
    | 'START_EVENT'
    | 'INTERMEDIATE_CATCH_EVENT'
    | 'INTERMEDIATE_THROW_EVENT'
    | 'BOUNDARY_EVENT'
    | 'END_EVENT'
    | 'SERVICE_TASK'
    | 'RECEIVE_TASK'
    | 'USER_TASK'
    | 'MANUAL_TASK'
    | 'TASK'
    | 'EXCLUSIVE_GATEWAY'
    | 'INCLUSIVE_GATEWAY'
    | 'PARALLEL_GATEWAY'
    | 'EVENT_BASED_GATEWAY'
    | 'SEQUENCE_FLOW'
    | 'MULTI_INSTANCE_BODY'
    | 'CALL_ACTIVITY'
    | 'BUSINESS_RULE_TASK'
    | 'SCRIPT_TASK'
    | 'SEND_TASK'
    | 'UNKNOWN'
    | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementName?: TextFilter | undefined
  readonly hasIncident?: boolean | undefined
  readonly tenantId?: TenantId | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly incidentKey?: IncidentKey | undefined
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly elementInstanceScopeKey?: ElementInstanceKey | ProcessInstanceKey | undefined
}

export type ElementInstanceSortField =
  | 'elementInstanceKey'
  | 'processInstanceKey'
  | 'processDefinitionKey'
  | 'processDefinitionId'
  | 'startDate'
  | 'endDate'
  | 'elementId'
  | 'elementName'
  | 'type'
  | 'state'
  | 'incidentKey'
  | 'tenantId'

export interface SetVariableRequest {
  readonly variables: JsonObject
  readonly local?: boolean | undefined
  /** @minimum 1 */
  readonly operationReference?: Int | undefined
}

export type ElementInstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
