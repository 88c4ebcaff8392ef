import type {
  CallOptions,
  DateInput,
  DateTime,
  Int,
  Key,
  KeyInput,
  OpenEnum,
  ReadOptions,
  SearchAllOptions,
} from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Running and finished process instances.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface ProcessInstances {
  /**
   * Returns one page of process instances. A new instance becomes visible seconds after it is created.
   *
   * @operation POST /process-instances/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/process-instances/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: ReadOptions<SearchPage<ProcessInstance>>,
  ): Promise<SearchPage<ProcessInstance>>

  /**
   * Returns all matching process instances one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const { signal } = new AbortController()
   * const query = { filter: { state: 'ACTIVE', incident: true }, size: 500 } as const
   * for await (const instance of operate.processInstances.searchAll(query, { signal, limit: 2000 })) {
   *   console.log(instance.key, instance.bpmnProcessId)
   * }
   */
  searchAll(
    body?: SearchQuery<ProcessInstanceFilter, ProcessInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessInstance, void, undefined>

  /**
   * Returns one process instance.
   *
   * @operation GET /process-instances/{key}
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/process-instances/{processInstanceKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'ProcessInstanceKey'>, options?: ReadOptions<ProcessInstance>): Promise<ProcessInstance>

  /**
   * Deletes a finished process instance, COMPLETED or CANCELED, with all its data: flow node instances, variables,
   * incidents, decision instances. **This cannot be undone.**
   *
   * @operation DELETE /process-instances/{key}
   * @permission PROCESS_DEFINITION DELETE_PROCESS_INSTANCE on *
   * @throws {ApiError} 400 while the instance runs, 404 if it does not exist
   * @see `POST /v2/process-instances/{processInstanceKey}/deletion` of the Orchestration Cluster REST API v2
   */
  delete(key: KeyInput<'ProcessInstanceKey'>, options?: CallOptions): Promise<DeletionResult>

  /**
   * Returns how many tokens of the instance are at each flow node or have left it, in one response without pages.
   *
   * @operation GET /process-instances/{key}/statistics
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @see `GET /v2/process-instances/{processInstanceKey}/statistics/element-instances` of the Orchestration Cluster REST API v2
   */
  getStatistics(
    key: KeyInput<'ProcessInstanceKey'>,
    options?: ReadOptions<FlowNodeStatistics[]>,
  ): Promise<FlowNodeStatistics[]>

  /**
   * Returns the ids of the sequence flows that the instance has taken, at most 1000.
   *
   * @operation GET /process-instances/{key}/sequence-flows
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE on *
   * @see `GET /v2/process-instances/{processInstanceKey}/sequence-flows` of the Orchestration Cluster REST API v2
   */
  getSequenceFlows(key: KeyInput<'ProcessInstanceKey'>, options?: ReadOptions<string[]>): Promise<string[]>
}

/** States of process instances to filter by. A response may contain others. */
export type ProcessInstanceState = 'ACTIVE' | 'COMPLETED' | 'CANCELED'

/** A running or finished instance of a process. */
export interface ProcessInstance {
  key: Key<'ProcessInstanceKey'>
  processVersion: Int
  /** Version tag of the process definition. @since 8.6 */
  processVersionTag?: string | undefined
  bpmnProcessId: string
  /** Key of the process instance that called this one. */
  parentKey?: Key<'ProcessInstanceKey'> | undefined
  /** Key of the call activity in the parent instance. */
  parentFlowNodeInstanceKey?: Key<'FlowNodeInstanceKey'> | undefined
  /** `parseOperateDate` reads it. */
  startDate: DateTime
  /** Missing while the instance runs. */
  endDate?: DateTime | undefined
  state: OpenEnum<ProcessInstanceState>
  /** True while the instance, or an instance that it called, has an open incident. */
  incident?: boolean | undefined
  processDefinitionKey: Key<'ProcessDefinitionKey'>
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on process instances. */
export interface ProcessInstanceFilter {
  key?: KeyInput<'ProcessInstanceKey'> | undefined
  processVersion?: Int | undefined
  processVersionTag?: string | undefined
  bpmnProcessId?: string | undefined
  parentKey?: KeyInput<'ProcessInstanceKey'> | undefined
  /** Synonym of `parentKey`, in filters only. */
  parentProcessInstanceKey?: KeyInput<'ProcessInstanceKey'> | undefined
  parentFlowNodeInstanceKey?: KeyInput<'FlowNodeInstanceKey'> | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  startDate?: DateInput | undefined
  endDate?: DateInput | undefined
  state?: ProcessInstanceState | undefined
  incident?: boolean | undefined
  processDefinitionKey?: KeyInput<'ProcessDefinitionKey'> | undefined
  tenantId?: string | undefined
}

/** Fields to sort process instances by. */
export type ProcessInstanceSortField = Exclude<keyof ProcessInstanceFilter, 'parentProcessInstanceKey'>

/** Number of tokens of a process instance at a flow node, by state. */
export interface FlowNodeStatistics {
  /** Id of the flow node in the BPMN. */
  activityId: string
  active: Int
  canceled: Int
  incidents: Int
  completed: Int
}

/** Result of a deletion. */
export interface DeletionResult {
  message?: string | undefined
  /** Number of process instances deleted: 1. */
  deleted: Int
}
