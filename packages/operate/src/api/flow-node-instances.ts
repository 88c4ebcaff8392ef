import type { DateInput, DateTime, Key, KeyInput, OpenEnum, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * The history of each flow node of each process instance.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface FlowNodeInstances {
  /**
   * Returns one page of flow node instances.
   *
   * @operation POST /flownode-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/element-instances/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<FlowNodeInstanceFilter, FlowNodeInstanceSortField>,
    options?: ReadOptions<SearchPage<FlowNodeInstance>>,
  ): Promise<SearchPage<FlowNodeInstance>>

  /**
   * Returns all matching flow node instances one by one, and requests the next page while you work on the current
   * one.
   *
   * @example
   * const filter = { processInstanceKey: '2251799813685249', state: 'ACTIVE' } as const
   * for await (const node of operate.flowNodeInstances.searchAll({ filter, sort: [{ field: 'startDate' }] })) {
   *   console.log(node.flowNodeId, node.startDate)
   * }
   */
  searchAll(
    body?: SearchQuery<FlowNodeInstanceFilter, FlowNodeInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<FlowNodeInstance, void, undefined>

  /**
   * Returns one flow node instance.
   *
   * @operation GET /flownode-instances/{key}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/element-instances/{elementInstanceKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'FlowNodeInstanceKey'>, options?: ReadOptions<FlowNodeInstance>): Promise<FlowNodeInstance>
}

/** States of flow node instances to filter by. A response may contain others. */
export type FlowNodeInstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED'

/** Types of flow nodes to filter by. A response may contain others. */
export type FlowNodeType =
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

/** One visit of a token to a flow node: a task, event, gateway or sub-process. */
export interface FlowNodeInstance {
  key: Key<'FlowNodeInstanceKey'>
  processInstanceKey: Key<'ProcessInstanceKey'>
  processDefinitionKey?: Key<'ProcessDefinitionKey'> | undefined
  /** `parseOperateDate` reads it. */
  startDate: DateTime
  /** Missing while the flow node is active. */
  endDate?: DateTime | undefined
  /** Id of the flow node in the BPMN. */
  flowNodeId: string
  /** Name of the flow node in the BPMN. The server neither filters nor sorts by it. */
  flowNodeName?: string | undefined
  /** Key of the open incident, if there is one. */
  incidentKey?: Key<'IncidentKey'> | undefined
  type: OpenEnum<FlowNodeType>
  state: OpenEnum<FlowNodeInstanceState>
  incident?: boolean | undefined
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/**
 * Conditions on flow node instances; `flowNodeName` is not one of them.
 *
 * @ignored flowNodeName
 */
export interface FlowNodeInstanceFilter {
  key?: KeyInput<'FlowNodeInstanceKey'> | undefined
  processInstanceKey?: KeyInput<'ProcessInstanceKey'> | undefined
  processDefinitionKey?: KeyInput<'ProcessDefinitionKey'> | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  startDate?: DateInput | undefined
  endDate?: DateInput | undefined
  flowNodeId?: string | undefined
  incidentKey?: KeyInput<'IncidentKey'> | undefined
  type?: FlowNodeType | undefined
  state?: FlowNodeInstanceState | undefined
  incident?: boolean | undefined
  tenantId?: string | undefined
}

/** Fields to sort flow node instances by. */
export type FlowNodeInstanceSortField = keyof FlowNodeInstanceFilter
