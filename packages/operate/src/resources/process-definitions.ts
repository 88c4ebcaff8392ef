import { type CallOptions, createMethods } from '@x/rest'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { processDefinitionRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type {
  ProcessDefinition,
  ProcessDefinitionFilter,
  ProcessDefinitionSortField,
} from '../types/process-definition.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<ProcessDefinitionFilter, ProcessDefinitionSortField>

/** Deployed BPMN processes, one entry for each version. */
export interface ProcessDefinitions {
  /**
   * Gives one page of process definitions.
   *
   * `POST /v1/process-definitions/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/process-definitions/search`. Permission with authorizations on: PROCESS_DEFINITION
   * READ_PROCESS_DEFINITION on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<ProcessDefinition>>

  /**
   * Gives all process definitions that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * for await (const definition of operate.processDefinitions.searchAll({ filter: { bpmnProcessId: 'order' } })) {
   *   console.log(definition.version, definition.key)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<ProcessDefinition, void, undefined>

  /**
   * Gives one process definition.
   *
   * `GET /v1/process-definitions/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/process-definitions/{processDefinitionKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<ProcessDefinition>

  /**
   * Gives the BPMN as it was deployed.
   *
   * `GET /v1/process-definitions/{key}/xml`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/process-definitions/{processDefinitionKey}/xml`.
   */
  getXml(key: KeyInput, options?: CallOptions): Promise<string>
}

export const processDefinitionFields: SearchFields<ProcessDefinitionFilter> = {
  filter: {
    key: 'key',
    name: 'text',
    version: 'integer',
    versionTag: 'text',
    bpmnProcessId: 'text',
    tenantId: 'text',
  },
}

export function processDefinitionsOver(transport: OperateTransport): ProcessDefinitions {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, processDefinitionFields),
  }
}
