import type {
  CallOptions,
  DateFilter,
  DateTime,
  EnumFilter,
  JsonInput,
  OpenEnum,
  Page,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type {
  ElementInstanceKey,
  IncidentKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { Incident, IncidentFilter, IncidentSortField } from './incidents.ts'
import type { CommandRequest } from './shared.ts'
import type { WaitState, WaitStateFilter, WaitStateSortField } from './wait-states.ts'

/** Element instances: the tasks, events, gateways and sub-processes that process instances have reached. */
export interface ElementInstances {
  /**
   * Returns one element instance, active or finished.
   *
   * @operation GET /element-instances/{elementInstanceKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(elementInstanceKey: ElementInstanceKey, options?: ReadOptions<ElementInstance>): Promise<ElementInstance>

  /**
   * Returns one page of the matching element instances, active and finished. Those that the client has no permission to
   * read are left out, and not counted.
   *
   * @operation POST /element-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.elementInstances.search(
   *   { filter: { processInstanceKey, elementId: 'charge-card', state: 'ACTIVE' } },
   *   { waitFor: true },
   * )
   */
  search(
    body?: Search<ElementInstanceFilter, ElementInstanceSortField>,
    options?: ReadOptions<Page<ElementInstance>>,
  ): Promise<Page<ElementInstance>>

  /**
   * Returns all matching element instances one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { processInstanceKey }
   * const sort = [{ field: 'startDate' }] as const
   * for await (const { elementId, state } of camunda.elementInstances.searchAll({ filter, sort })) {
   *   console.log(elementId, state)
   * }
   */
  searchAll(
    body?: Search<ElementInstanceFilter, ElementInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ElementInstance, void, undefined>

  /**
   * Sets variables in the scope of an element instance, or, with the key of a process instance, in that process
   * instance. Other variables stay unchanged.
   *
   * @operation PUT /element-instances/{elementInstanceKey}/variables
   * @permission PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE
   * @since 8.6
   * @throws {ApiError} 504 if a listener must finish first and takes too long: check its worker, then retry
   * @example
   * await camunda.elementInstances.setVariables(processInstanceKey, { variables: { approved: true } })
   */
  setVariables(elementInstanceKey: ElementInstanceKey, body: SetVariablesRequest, options?: CallOptions): Promise<void>

  /**
   * Returns one page of the incidents of an element instance and of the element instances inside it.
   * `filter.elementInstanceKey` narrows them to one of these.
   *
   * @operation POST /element-instances/{elementInstanceKey}/incidents/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the element instance does not exist or is not visible yet
   */
  searchIncidents(
    elementInstanceKey: ElementInstanceKey,
    body: Search<IncidentFilter, IncidentSortField>,
    options?: ReadOptions<Page<Incident>>,
  ): Promise<Page<Incident>>

  /** Returns all matching incidents one by one, and requests the next page while you work on the current one. */
  searchIncidentsAll(
    elementInstanceKey: ElementInstanceKey,
    body: Search<IncidentFilter, IncidentSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<Incident, void, undefined>

  /**
   * Returns one page of wait states: what the matching element instances wait for, such as a worker, a message or a
   * timer.
   *
   * @operation POST /element-instances/wait-states/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.elementInstances.searchWaitStates({ filter: { processInstanceKey } })
   * for (const { elementId, details } of items) {
   *   if (details.waitStateType === 'MESSAGE') console.log(elementId, details.messageName, details.correlationKey)
   * }
   */
  searchWaitStates(
    body?: Search<WaitStateFilter, WaitStateSortField>,
    options?: ReadOptions<Page<WaitState>>,
  ): Promise<Page<WaitState>>

  /** Returns all matching wait states one by one, and requests the next page while you work on the current one. */
  searchWaitStatesAll(
    body?: Search<WaitStateFilter, WaitStateSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<WaitState, void, undefined>
}

/** A state of element instances. */
export type ElementInstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED'

/** A type of BPMN elements. `PROCESS` is the process instance itself. */
export type ElementType =
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

/** An element that a process instance has reached. */
export interface ElementInstance {
  readonly elementInstanceKey: ElementInstanceKey
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly elementName: string
  readonly type: OpenEnum<ElementType>
  readonly state: OpenEnum<ElementInstanceState>
  readonly startDate: DateTime
  /** When it was completed or terminated; null before. */
  readonly endDate: DateTime | null
  readonly hasIncident: boolean
  /** Null without an incident. */
  readonly incidentKey: IncidentKey | null
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly tenantId: TenantId
}

/** Conditions on an element instance; all must be met. */
export interface ElementInstanceFilterFields {
  readonly processDefinitionId?: ProcessDefinitionId | undefined
  readonly state?: EnumFilter<ElementInstanceState> | undefined
  readonly type?: ElementType | undefined
  readonly elementId?: TextFilter | undefined
  /** Finds no instances from before Camunda 8.8. */
  readonly elementName?: TextFilter | undefined
  readonly hasIncident?: boolean | undefined
  readonly tenantId?: TenantId | undefined
  readonly elementInstanceKey?: ElementInstanceKey | undefined
  readonly processInstanceKey?: ProcessInstanceKey | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly incidentKey?: IncidentKey | undefined
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  /** The process instance or element instance that directly contains it. */
  readonly elementInstanceScopeKey?: ElementInstanceKey | ProcessInstanceKey | undefined
}

/** Conditions on element instances; all must be met. */
export interface ElementInstanceFilter extends ElementInstanceFilterFields {
  /** Alternatives: at least one must also be met. Complex ones slow the search down. @since 8.10 */
  readonly $or?: readonly ElementInstanceFilterFields[] | undefined
}

/** Fields to sort element instances by. */
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

/** Variables to set. */
export interface SetVariablesRequest extends CommandRequest {
  readonly variables: JsonInput
  /**
   * True sets the variables in this scope only. False overwrites a variable where it already exists, in this or an
   * outer scope, and creates the others in the process instance.
   * @defaultValue `false`
   */
  readonly local?: boolean | undefined
}
