import { type CallOptions, createMethods } from '@x/rest'
import { flowNodeInstanceStates, flowNodeTypes } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { flowNodeInstanceRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type {
  FlowNodeInstance,
  FlowNodeInstanceFilter,
  FlowNodeInstanceSortField,
} from '../types/flow-node-instance.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<FlowNodeInstanceFilter, FlowNodeInstanceSortField>

/** What happened in each flow node of each process instance. */
export interface FlowNodeInstances {
  /**
   * Gives one page of flow node instances.
   *
   * `POST /v1/flownode-instances/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/element-instances/search`. Permission with authorizations on: PROCESS_DEFINITION
   * READ_PROCESS_INSTANCE on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<FlowNodeInstance>>

  /**
   * Gives all flow node instances that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * const filter = { processInstanceKey: '2251799813685249', state: 'ACTIVE' } as const
   * for await (const node of operate.flowNodeInstances.searchAll({ filter, sort: [{ field: 'startDate' }] })) {
   *   console.log(node.flowNodeId, node.startDate)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<FlowNodeInstance, void, undefined>

  /**
   * Gives one flow node instance.
   *
   * `GET /v1/flownode-instances/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/element-instances/{elementInstanceKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<FlowNodeInstance>
}

export const flowNodeInstanceFields: SearchFields<FlowNodeInstanceFilter> = {
  filter: {
    key: 'key',
    processInstanceKey: 'key',
    processDefinitionKey: 'key',
    startDate: 'date',
    endDate: 'date',
    flowNodeId: 'text',
    incidentKey: 'key',
    type: flowNodeTypes,
    state: flowNodeInstanceStates,
    incident: 'boolean',
    tenantId: 'text',
  },
  ignored: ['flowNodeName'],
}

export function flowNodeInstancesOver(transport: OperateTransport): FlowNodeInstances {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, flowNodeInstanceFields),
  }
}
