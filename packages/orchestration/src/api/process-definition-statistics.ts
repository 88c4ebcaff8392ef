import type { Int, Sort } from '@x/rest'
import type { ProcessDefinitionId, ProcessDefinitionKey, TenantId } from './identifiers.ts'
import type { MessageSubscriptionFilter } from './message-subscriptions.ts'
import type { ProcessInstanceFilterBase } from './process-instance-search.ts'
import type { CursorForwardPagination, OffsetPagination } from './shared.ts'

/** The process instances to count. */
export interface ElementStatisticsQuery {
  readonly filter?: ElementStatisticsFilter | undefined
}

/** Conditions on process instances; all must be met. */
export interface ElementStatisticsFilter extends ProcessInstanceFilterBase {
  /** Alternatives: at least one must also be met. Slow on clusters with a lot of data. */
  readonly $or?: readonly ProcessInstanceFilterBase[] | undefined
}

/** The counts of all elements that an instance has reached. */
export interface ElementStatistics {
  readonly items: readonly ProcessElementStatistics[]
}

/** Number of instances of one element, by state. */
export interface ProcessElementStatistics {
  /** Id of the element in the BPMN. */
  readonly elementId: string
  readonly active: Int
  readonly canceled: Int
  readonly incidents: Int
  readonly completed: Int
}

/** Number of active process instances. */
export interface ActiveInstanceCounts {
  readonly activeInstancesWithoutIncidentCount: Int
  readonly activeInstancesWithIncidentCount: Int
}

/** Sort order of the processes. Pages are offset-based, without cursors. */
export interface ProcessInstanceStatisticsQuery {
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<ProcessInstanceStatisticsSortField>[] | undefined
  readonly page?: OffsetPagination | undefined
}

/** Fields to sort processes by. */
export type ProcessInstanceStatisticsSortField =
  | 'processDefinitionId'
  | 'activeInstancesWithIncidentCount'
  | 'activeInstancesWithoutIncidentCount'

/** Number of active instances of one process, over all versions. */
export interface ProcessInstanceStatistics extends ActiveInstanceCounts {
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId: TenantId
  /** Name of the latest version; null if it has none. */
  readonly latestProcessDefinitionName: string | null
  readonly hasMultipleVersions: boolean
}

/** The process whose versions to return. Pages are offset-based, without cursors. */
export interface ProcessInstanceVersionStatisticsQuery {
  readonly filter: ProcessInstanceVersionStatisticsFilter
  /** Sort criteria, the most important first. */
  readonly sort?: readonly Sort<ProcessInstanceVersionStatisticsSortField>[] | undefined
  readonly page?: OffsetPagination | undefined
}

/** Conditions on process definitions; all must be met. */
export interface ProcessInstanceVersionStatisticsFilter {
  readonly processDefinitionId: ProcessDefinitionId
  readonly tenantId?: TenantId | undefined
}

/** Fields to sort versions by. */
export type ProcessInstanceVersionStatisticsSortField =
  | 'processDefinitionId'
  | 'processDefinitionKey'
  | 'processDefinitionName'
  | 'processDefinitionVersion'
  | 'activeInstancesWithIncidentCount'
  | 'activeInstancesWithoutIncidentCount'

/** Number of active instances of one version of a process. */
export interface ProcessInstanceVersionStatistics extends ActiveInstanceCounts {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  /** Null if the process has no name. */
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: Int
  readonly tenantId: TenantId
}

/** The message subscriptions to count. */
export interface MessageSubscriptionStatisticsQuery {
  readonly filter?: MessageSubscriptionFilter | undefined
  readonly page?: CursorForwardPagination | undefined
}

/** Number of message subscriptions of one process definition. */
export interface MessageSubscriptionStatistics {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly tenantId: TenantId
  /** Number of instances that wait for a message. */
  readonly processInstancesWithActiveSubscriptions: Int
  /** Number of subscriptions; one instance can have several. */
  readonly activeSubscriptions: Int
}
