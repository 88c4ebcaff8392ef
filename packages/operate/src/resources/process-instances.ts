import { type CallOptions, createMethods } from '@x/rest'
import { processInstanceStates } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { processInstanceRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type {
  DeletionResult,
  FlowNodeStatistics,
  ProcessInstance,
  ProcessInstanceFilter,
  ProcessInstanceSortField,
} from '../types/process-instance.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<ProcessInstanceFilter, ProcessInstanceSortField>

/** Running and finished process instances. */
export interface ProcessInstances {
  /**
   * Gives one page of process instances. A new instance shows up seconds after its creation.
   *
   * `POST /v1/process-instances/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/process-instances/search`. Permission with authorizations on: PROCESS_DEFINITION
   * READ_PROCESS_INSTANCE on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<ProcessInstance>>

  /**
   * Gives all process instances that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * const { signal } = new AbortController()
   * const query = { filter: { state: 'ACTIVE', incident: true }, size: 500 } as const
   * for await (const instance of operate.processInstances.searchAll(query, { signal, limit: 2000 })) {
   *   console.log(instance.key, instance.bpmnProcessId)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<ProcessInstance, void, undefined>

  /**
   * Gives one process instance.
   *
   * `GET /v1/process-instances/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/process-instances/{processInstanceKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<ProcessInstance>

  /**
   * Deletes a finished process instance, COMPLETED or CANCELED, with all that belongs to it: flow node instances,
   * variables, incidents, decision instances. There is no way back.
   *
   * `DELETE /v1/process-instances/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/process-instances/{processInstanceKey}/deletion` (from 8.9). Permission with authorizations on:
   * PROCESS_DEFINITION DELETE_PROCESS_INSTANCE on `*`, else 403.
   *
   * @throws `ApiError` with status 400 while the instance runs, 404 when there is none
   */
  delete(key: KeyInput, options?: CallOptions): Promise<DeletionResult>

  /**
   * Gives how many tokens of the instance are in, or went through, each flow node. All at once, without paging.
   *
   * `GET /v1/process-instances/{key}/statistics`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/process-instances/{processInstanceKey}/statistics/element-instances`.
   */
  getStatistics(key: KeyInput, options?: CallOptions): Promise<FlowNodeStatistics[]>

  /**
   * Gives the ids of the sequence flows that the instance took, at most 1000.
   *
   * `GET /v1/process-instances/{key}/sequence-flows`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/process-instances/{processInstanceKey}/sequence-flows`.
   */
  getSequenceFlows(key: KeyInput, options?: CallOptions): Promise<string[]>
}

export const processInstanceFields: SearchFields<ProcessInstanceFilter> = {
  filter: {
    key: 'key',
    processVersion: 'integer',
    processVersionTag: 'text',
    bpmnProcessId: 'text',
    parentKey: 'key',
    parentProcessInstanceKey: 'key',
    parentFlowNodeInstanceKey: 'key',
    startDate: 'date',
    endDate: 'date',
    state: processInstanceStates,
    incident: 'boolean',
    processDefinitionKey: 'key',
    tenantId: 'text',
  },
  unsorted: ['parentProcessInstanceKey'],
}

export function processInstancesOver(transport: OperateTransport): ProcessInstances {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, processInstanceFields),
  }
}
