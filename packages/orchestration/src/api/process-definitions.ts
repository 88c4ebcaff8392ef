import type {
  CallOptions,
  DateFilter,
  EnumFilter,
  Int,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  Search,
  SearchAllOptions,
  TextFilter,
} from '@x/rest'
import type { ElementInstanceState } from './element-instances.ts'
import type { Form } from './forms.ts'
import type {
  ElementInstanceKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { MessageSubscriptionFilter } from './message-subscriptions.ts'
import type { ProcessInstanceState } from './process-instances.ts'
import type { CursorForwardPagination, OffsetPagination, SearchQueryPageRequest, SortOrder } from './shared.ts'
import type { VariableValueFilter } from './variables.ts'

/** TODO(words) */
export interface ProcessDefinitions {
  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: CallOptions,
  ): Promise<Page<ProcessDefinition>>

  /** TODO(words) */
  searchAll(
    body?: Search<ProcessDefinitionFilter, ProcessDefinitionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinition, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/statistics/message-subscriptions
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getMessageSubscriptionStatistics(
    body?: ProcessDefinitionMessageSubscriptionStatisticsQuery,
    options?: CallOptions,
  ): Promise<Page<ProcessDefinitionMessageSubscriptionStatistics>>

  /** TODO(words) */
  getMessageSubscriptionStatisticsAll(
    body?: ProcessDefinitionMessageSubscriptionStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinitionMessageSubscriptionStatistics, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/statistics/process-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getInstanceStatistics(
    body?: ProcessDefinitionInstanceStatisticsQuery,
    options?: CallOptions,
  ): Promise<Page<ProcessDefinitionInstanceStatistics>>

  /** TODO(words) */
  getInstanceStatisticsAll(
    body?: ProcessDefinitionInstanceStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinitionInstanceStatistics, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /process-definitions/{processDefinitionKey}
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   */
  get(processDefinitionKey: ProcessDefinitionKey, options?: CallOptions): Promise<ProcessDefinition>

  /**
   * TODO(words)
   *
   * @operation GET /process-definitions/{processDefinitionKey}/form
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   */
  getStartForm(processDefinitionKey: ProcessDefinitionKey, options?: CallOptions): Promise<Form>

  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/{processDefinitionKey}/statistics/element-instances
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @eventuallyConsistent
   */
  getElementStatistics(
    processDefinitionKey: ProcessDefinitionKey,
    body?: ProcessDefinitionElementStatisticsQuery,
    options?: CallOptions,
  ): Promise<ProcessDefinitionElementStatistics>

  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/{processDefinitionKey}/variable-names/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.10
   * @paging cursor
   * @eventuallyConsistent
   */
  searchVariableNames(
    processDefinitionKey: ProcessDefinitionKey,
    body?: ProcessDefinitionVariableNameSearchQuery,
    options?: CallOptions,
  ): Promise<Page<ProcessDefinitionVariableName>>

  /** TODO(words) */
  searchVariableNamesAll(
    processDefinitionKey: ProcessDefinitionKey,
    body?: ProcessDefinitionVariableNameSearchQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinitionVariableName, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /process-definitions/{processDefinitionKey}/xml
   * @permission PROCESS_DEFINITION READ_PROCESS_DEFINITION
   * @since 8.8
   * @eventuallyConsistent
   */
  getXml(processDefinitionKey: ProcessDefinitionKey, options?: CallOptions): Promise<string>

  /**
   * TODO(words)
   *
   * @operation POST /process-definitions/statistics/process-instances-by-version
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.9
   * @paging cursor
   * @eventuallyConsistent
   */
  getInstanceVersionStatistics(
    body: ProcessDefinitionInstanceVersionStatisticsQuery,
    options?: CallOptions,
  ): Promise<Page<ProcessDefinitionInstanceVersionStatistics>>

  /** TODO(words) */
  getInstanceVersionStatisticsAll(
    body: ProcessDefinitionInstanceVersionStatisticsQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<ProcessDefinitionInstanceVersionStatistics, void, undefined>
}

export interface ProcessDefinition {
  readonly name: string | null
  readonly resourceName: string
  readonly version: Int
  readonly versionTag: string | null
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId: TenantId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly hasStartForm: boolean
  /** @since 8.10 */
  readonly state?: OpenEnum<'ACTIVE' | 'DRAINING' | 'DELETED'> | undefined
}

export interface ProcessDefinitionFilter {
  readonly name?: TextFilter | undefined
  readonly isLatestVersion?: boolean | undefined
  readonly resourceName?: string | undefined
  readonly version?: Int | undefined
  readonly versionTag?: string | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly tenantId?: TenantId | undefined
  readonly processDefinitionKey?: ProcessDefinitionKey | undefined
  readonly hasStartForm?: boolean | undefined
  /** @since 8.10 */
  readonly state?: 'ACTIVE' | 'DRAINING' | 'DELETED' | undefined
}

export type ProcessDefinitionSortField =
  | 'processDefinitionKey'
  | 'name'
  | 'resourceName'
  | 'version'
  | 'versionTag'
  | 'processDefinitionId'
  | 'tenantId'

export interface ProcessDefinitionMessageSubscriptionStatistics {
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId: TenantId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processInstancesWithActiveSubscriptions: Int
  readonly activeSubscriptions: Int
}

export interface ProcessDefinitionMessageSubscriptionStatisticsQuery {
  readonly page?: CursorForwardPagination | undefined
  readonly filter?: MessageSubscriptionFilter | undefined
}

export interface ProcessDefinitionInstanceStatistics {
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId: TenantId
  readonly latestProcessDefinitionName: string | null
  readonly hasMultipleVersions: boolean
  readonly activeInstancesWithoutIncidentCount: Int
  readonly activeInstancesWithIncidentCount: Int
}

export interface ProcessDefinitionInstanceStatisticsQuery {
  readonly page?: OffsetPagination | undefined
  readonly sort?: readonly ProcessDefinitionInstanceStatisticsSort[] | undefined
}

export interface ProcessDefinitionInstanceStatisticsSort {
  readonly field: 'processDefinitionId' | 'activeInstancesWithIncidentCount' | 'activeInstancesWithoutIncidentCount'
  readonly order?: SortOrder | undefined
}

export interface ProcessDefinitionElementStatistics {
  readonly items: readonly ProcessElementStatistics[]
}

export interface ProcessDefinitionElementStatisticsQuery {
  readonly filter?: ProcessDefinitionStatisticsFilter | undefined
}

export interface ProcessDefinitionStatisticsFilter {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated */
  readonly batchOperationId?: TextFilter | undefined
  readonly batchOperationKey?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly hasRetriesLeft?: boolean | undefined
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  readonly elementId?: TextFilter | undefined
  readonly hasElementInstanceIncident?: boolean | undefined
  readonly incidentErrorHashCode?: NumberFilter | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
  readonly $or?: readonly BaseProcessInstanceFilterFields[] | undefined
}

export interface BaseProcessInstanceFilterFields {
  readonly startDate?: DateFilter | undefined
  readonly endDate?: DateFilter | undefined
  readonly state?: EnumFilter<ProcessInstanceState> | undefined
  readonly hasIncident?: boolean | undefined
  /** @since 8.10 */
  readonly suspendedDate?: DateFilter | undefined
  readonly tenantId?: TextFilter | undefined
  readonly variables?: readonly VariableValueFilter[] | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentProcessInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly parentElementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  /** @deprecated */
  readonly batchOperationId?: TextFilter | undefined
  readonly batchOperationKey?: TextFilter | undefined
  readonly errorMessage?: TextFilter | undefined
  readonly hasRetriesLeft?: boolean | undefined
  readonly elementInstanceState?: EnumFilter<ElementInstanceState> | undefined
  readonly elementId?: TextFilter | undefined
  readonly hasElementInstanceIncident?: boolean | undefined
  readonly incidentErrorHashCode?: NumberFilter | undefined
  /** @maxItems 10 */
  readonly tags?: readonly string[] | undefined
  /** @since 8.9 */
  readonly businessId?: TextFilter | undefined
}

export interface ProcessDefinitionVariableName {
  readonly name: string
}

export interface ProcessDefinitionVariableNameSearchQuery {
  readonly page?: SearchQueryPageRequest | undefined
  readonly filter?: ProcessDefinitionVariableNameFilter | undefined
}

export interface ProcessDefinitionVariableNameFilter {
  readonly name?: TextFilter | undefined
}

export interface ProcessDefinitionInstanceVersionStatistics {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly processDefinitionName: string | null
  readonly tenantId: TenantId
  readonly processDefinitionVersion: Int
  readonly activeInstancesWithIncidentCount: Int
  readonly activeInstancesWithoutIncidentCount: Int
}

export interface ProcessDefinitionInstanceVersionStatisticsQuery {
  readonly page?: OffsetPagination | undefined
  readonly sort?: readonly ProcessDefinitionInstanceVersionStatisticsSort[] | undefined
  readonly filter: ProcessDefinitionInstanceVersionStatisticsFilter
}

export interface ProcessDefinitionInstanceVersionStatisticsSort {
  readonly field:
    | 'processDefinitionId'
    | 'processDefinitionKey'
    | 'processDefinitionName'
    | 'processDefinitionVersion'
    | 'activeInstancesWithIncidentCount'
    | 'activeInstancesWithoutIncidentCount'
  readonly order?: SortOrder | undefined
}

export interface ProcessDefinitionInstanceVersionStatisticsFilter {
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId?: TenantId | undefined
}

export interface ProcessElementStatistics {
  readonly elementId: string
  readonly active: Int
  readonly canceled: Int
  readonly incidents: Int
  readonly completed: Int
}
