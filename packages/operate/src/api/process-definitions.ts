import type { Int, Key, KeyInput, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Deployed BPMN processes, one entry for each version.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface ProcessDefinitions {
  /**
   * Returns one page of process definitions.
   *
   * @operation POST /process-definitions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION on *
   * @paging searchAfter
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/process-definitions/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: ReadOptions<SearchPage<ProcessDefinition>>,
  ): Promise<SearchPage<ProcessDefinition>>

  /**
   * Returns all matching process definitions one by one, and requests the next page while you work on the current
   * one.
   *
   * @example
   * for await (const definition of operate.processDefinitions.searchAll({ filter: { bpmnProcessId: 'order' } })) {
   *   console.log(definition.version, definition.key)
   * }
   */
  searchAll(
    body?: SearchQuery<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinition, void, undefined>

  /**
   * Returns one process definition.
   *
   * @operation GET /process-definitions/{key}
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/process-definitions/{processDefinitionKey}` of the Orchestration Cluster REST API v2
   */
  get(key: KeyInput<'ProcessDefinitionKey'>, options?: ReadOptions<ProcessDefinition>): Promise<ProcessDefinition>

  /**
   * Returns the BPMN as it was deployed.
   *
   * @operation GET /process-definitions/{key}/xml
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION on *
   * @see `GET /v2/process-definitions/{processDefinitionKey}/xml` of the Orchestration Cluster REST API v2
   */
  getXml(key: KeyInput<'ProcessDefinitionKey'>, options?: ReadOptions<string>): Promise<string>
}

/** A deployed version of a BPMN process. */
export interface ProcessDefinition {
  key: Key<'ProcessDefinitionKey'>
  /** Name of the process in the BPMN, if it has one. */
  name?: string | undefined
  version: Int
  /** Version tag from the BPMN. @since 8.6 */
  versionTag?: string | undefined
  /** Id of the process in the BPMN. */
  bpmnProcessId: string
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** Conditions on process definitions. */
export interface ProcessDefinitionFilter {
  key?: KeyInput<'ProcessDefinitionKey'> | undefined
  name?: string | undefined
  version?: Int | undefined
  versionTag?: string | undefined
  bpmnProcessId?: string | undefined
  tenantId?: string | undefined
}

/** Fields to sort process definitions by. */
export type ProcessDefinitionSortField = keyof ProcessDefinitionFilter
