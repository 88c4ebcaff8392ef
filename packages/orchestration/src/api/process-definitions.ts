import type {
  Int,
  LongText,
  OpenEnum,
  Page,
  PageRequest,
  ReadOptions,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { Form } from './forms.ts'
import type { ProcessDefinitionId, ProcessDefinitionKey, TenantId } from './identifiers.ts'
import type {
  ElementStatistics,
  ElementStatisticsQuery,
  MessageSubscriptionStatistics,
  MessageSubscriptionStatisticsQuery,
  ProcessInstanceStatistics,
  ProcessInstanceStatisticsQuery,
  ProcessInstanceVersionStatistics,
  ProcessInstanceVersionStatisticsQuery,
} from './process-definition-statistics.ts'

/**
 * Deployed processes. Each version is a process definition with its own key; all versions of a process share
 * `processDefinitionId`, its id in the BPMN.
 */
export interface ProcessDefinitions {
  /**
   * Returns one process definition.
   *
   * @operation GET /process-definitions/{processDefinitionKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(processDefinitionKey: ProcessDefinitionKey, options?: ReadOptions<ProcessDefinition>): Promise<ProcessDefinition>

  /**
   * Returns the BPMN XML, as it was deployed; undefined if the server has none.
   *
   * @operation GET /process-definitions/{processDefinitionKey}/xml
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  getXml(
    processDefinitionKey: ProcessDefinitionKey,
    options?: ReadOptions<LongText | undefined>,
  ): Promise<LongText | undefined>

  /**
   * Returns the form that people fill in to start the process; undefined if it has none. Only separately deployed forms
   * are found, not those embedded in the BPMN.
   *
   * @operation GET /process-definitions/{processDefinitionKey}/form
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if the process definition does not exist or is not visible yet
   */
  getStartForm(
    processDefinitionKey: ProcessDefinitionKey,
    options?: ReadOptions<Form | undefined>,
  ): Promise<Form | undefined>

  /**
   * Returns one page of the matching process definitions. A new one becomes visible some seconds after it is deployed.
   *
   * @operation POST /process-definitions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.processDefinitions.search({
   *   filter: { processDefinitionId: 'order', isLatestVersion: true },
   * })
   */
  search(
    body?: Search<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: ReadOptions<Page<ProcessDefinition>>,
  ): Promise<Page<ProcessDefinition>>

  /**
   * Returns all matching process definitions one by one, and requests the next page while you work on the current one.
   *
   * @example
   * for await (const definition of camunda.processDefinitions.searchAll({ filter: { isLatestVersion: true } })) {
   *   console.log(definition.processDefinitionId, definition.version)
   * }
   */
  searchAll(
    body?: Search<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinition, void, undefined>

  /**
   * Returns one page of the names of variables that instances of the process have, each once.
   *
   * @operation POST /process-definitions/{processDefinitionKey}/variable-names/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  searchVariableNames(
    processDefinitionKey: ProcessDefinitionKey,
    body?: VariableNameSearch,
    options?: ReadOptions<Page<VariableName>>,
  ): Promise<Page<VariableName>>

  /** Returns all names of variables one by one, and requests the next page while you work on the current one. */
  searchVariableNamesAll(
    processDefinitionKey: ProcessDefinitionKey,
    body?: VariableNameSearch,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableName, void, undefined>

  /**
   * Returns, for each element of the process, how often it is active, has an incident, was completed and was canceled,
   * over all matching instances: the numbers to show on the diagram. There are no pages.
   *
   * @operation POST /process-definitions/{processDefinitionKey}/statistics/element-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @safe
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.processDefinitions.getElementStatistics(processDefinitionKey)
   * for (const { elementId, incidents } of items) if (incidents > 0) console.log(elementId, incidents)
   */
  getElementStatistics(
    processDefinitionKey: ProcessDefinitionKey,
    body?: ElementStatisticsQuery,
    options?: ReadOptions<ElementStatistics>,
  ): Promise<ElementStatistics>

  /**
   * Returns one page of all processes with the number of their active instances, over all versions.
   *
   * @operation POST /process-definitions/statistics/process-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging offset
   * @eventuallyConsistent
   * @example
   * const { items } = await camunda.processDefinitions.getInstanceStatistics({
   *   sort: [{ field: 'activeInstancesWithIncidentCount', order: 'DESC' }],
   *   page: { limit: 10 },
   * })
   */
  getInstanceStatistics(
    body?: ProcessInstanceStatisticsQuery,
    options?: ReadOptions<Page<ProcessInstanceStatistics>>,
  ): Promise<Page<ProcessInstanceStatistics>>

  /**
   * Returns all processes with the number of their active instances one by one, and requests the next page while you work on
   * the current one.
   */
  getInstanceStatisticsAll(
    body?: ProcessInstanceStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessInstanceStatistics, void, undefined>

  /**
   * Returns one page of the versions of one process with the number of their active instances.
   *
   * @operation POST /process-definitions/statistics/process-instances-by-version
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging offset
   * @eventuallyConsistent
   */
  getInstanceVersionStatistics(
    body: ProcessInstanceVersionStatisticsQuery,
    options?: ReadOptions<Page<ProcessInstanceVersionStatistics>>,
  ): Promise<Page<ProcessInstanceVersionStatistics>>

  /**
   * Returns all versions of one process with the number of their active instances one by one, and requests the next page
   * while you work on the current one.
   */
  getInstanceVersionStatisticsAll(
    body: ProcessInstanceVersionStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessInstanceVersionStatistics, void, undefined>

  /**
   * Returns one page of the process definitions whose instances wait for messages, with the number of both.
   *
   * @operation POST /process-definitions/statistics/message-subscriptions
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getMessageSubscriptionStatistics(
    body?: MessageSubscriptionStatisticsQuery,
    options?: ReadOptions<Page<MessageSubscriptionStatistics>>,
  ): Promise<Page<MessageSubscriptionStatistics>>

  /**
   * Returns all process definitions whose instances wait for messages one by one, and requests the next page while you work
   * on the current one.
   */
  getMessageSubscriptionStatisticsAll(
    body?: MessageSubscriptionStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<MessageSubscriptionStatistics, void, undefined>
}

/**
 * State of a process definition: `DRAINING` while it is being deleted and its running instances end, then `DELETED` as
 * long as its data is kept.
 */
export type ProcessDefinitionState = 'ACTIVE' | 'DRAINING' | 'DELETED'

/** One version of a deployed process. */
export interface ProcessDefinition {
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionId: ProcessDefinitionId
  /** Name of the process in the BPMN; null if it has none. */
  readonly name: string | null
  readonly version: Int
  readonly versionTag: string | null
  /** Name of the file. */
  readonly resourceName: string
  /** Whether its start event has a form. */
  readonly hasStartForm: boolean
  /** @since 8.10 */
  readonly state?: OpenEnum<ProcessDefinitionState> | undefined
  readonly tenantId: TenantId
}

/** Conditions on process definitions; all must be met. */
export interface ProcessDefinitionFilter {
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly name?: TextFilter | undefined
  readonly version?: Int | undefined
  readonly versionTag?: string | undefined
  /**
   * True finds the latest version of each process. Its pages can only be read forward, by `page.after`, and sorted by
   * `processDefinitionId` and `tenantId`.
   */
  readonly isLatestVersion?: boolean | undefined
  readonly resourceName?: string | undefined
  readonly hasStartForm?: boolean | undefined
  /** Usually `'ACTIVE'`: without it, deleted ones are found as well. @since 8.10 */
  readonly state?: ProcessDefinitionState | undefined
  readonly tenantId?: TenantId | undefined
}

/** Fields to sort process definitions by. */
export type ProcessDefinitionSortField =
  | 'processDefinitionKey'
  | 'name'
  | 'resourceName'
  | 'version'
  | 'versionTag'
  | 'processDefinitionId'
  | 'tenantId'

/** The names of variables to return. */
export interface VariableNameSearch {
  readonly filter?: VariableNameFilter | undefined
  readonly page?: PageRequest | undefined
}

/** Conditions on names of variables; all must be met. */
export interface VariableNameFilter {
  readonly name?: TextFilter | undefined
}

/** Name of a variable. */
export interface VariableName {
  readonly name: string
}
