import type {
  CallOptions,
  DateFilter,
  DateTime,
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
import type {
  BusinessId,
  ElementInstanceKey,
  MessageKey,
  MessageSubscriptionKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  TenantId,
} from './identifiers.ts'
import type { BasicStringFilter } from './shared.ts'

/** TODO(words) */
export interface MessageSubscriptions {
  /**
   * TODO(words)
   *
   * @operation POST /correlated-message-subscriptions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchCorrelated(
    body?: Search<CorrelatedMessageSubscriptionFilter, CorrelatedMessageSubscriptionSortField>,
    options?: CallOptions,
  ): Promise<Page<CorrelatedMessageSubscription>>

  /** TODO(words) */
  searchCorrelatedAll(
    body?: Search<CorrelatedMessageSubscriptionFilter, CorrelatedMessageSubscriptionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<CorrelatedMessageSubscription, void, undefined>

  /**
   * TODO(words)
   *
   * @operation POST /message-subscriptions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<MessageSubscriptionFilter, MessageSubscriptionSortField>,
    options?: CallOptions,
  ): Promise<Page<MessageSubscription>>

  /** TODO(words) */
  searchAll(
    body?: Search<MessageSubscriptionFilter, MessageSubscriptionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MessageSubscription, void, undefined>
}

export interface CorrelatedMessageSubscription {
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly correlationKey: string | null
  readonly correlationTime: DateTime
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly messageKey: MessageKey
  readonly messageName: string
  readonly partitionId: Int
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly subscriptionKey: MessageSubscriptionKey
  readonly tenantId: TenantId
}

export interface CorrelatedMessageSubscriptionFilter {
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly correlationKey?: TextFilter | undefined
  readonly correlationTime?: DateFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly messageKey?: BasicStringFilter | undefined
  readonly messageName?: TextFilter | undefined
  readonly partitionId?: NumberFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly subscriptionKey?: KeyFilter<MessageSubscriptionKey> | undefined
  readonly tenantId?: TextFilter | undefined
}

export type CorrelatedMessageSubscriptionSortField =
  /** @since 8.10 */
  | 'businessId'
  | 'correlationKey'
  | 'correlationTime'
  | 'elementId'
  | 'elementInstanceKey'
  | 'messageKey'
  | 'messageName'
  | 'partitionId'
  | 'processDefinitionId'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | 'subscriptionKey'
  | 'tenantId'

export interface MessageSubscription {
  readonly messageSubscriptionKey: MessageSubscriptionKey
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey | null
  /** @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly elementId: string
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly messageSubscriptionState: OpenEnum<MessageSubscriptionState>
  readonly lastUpdatedDate: DateTime
  readonly messageName: string
  readonly correlationKey: string | null
  /** @since 8.10 */
  readonly messageSubscriptionType?: OpenEnum<MessageSubscriptionType> | undefined
  /** @since 8.10 */
  readonly toolProperties?: Record<string, string> | undefined
  /** @since 8.10 */
  readonly processDefinitionName?: string | null | undefined
  /** @since 8.10 */
  readonly processDefinitionVersion?: Int | null | undefined
  /** @since 8.10 */
  readonly toolName?: string | null | undefined
  /** @since 8.10 */
  readonly inboundConnectorType?: string | null | undefined
  readonly tenantId: TenantId
  /** @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
}

export type MessageSubscriptionSortField =
  | 'messageSubscriptionKey'
  | 'processDefinitionId'
  | /** @since 8.10 */ 'processDefinitionName'
  | /** @since 8.10 */ 'processDefinitionVersion'
  | 'processInstanceKey'
  | 'elementId'
  | 'elementInstanceKey'
  | 'messageSubscriptionState'
  | /** @since 8.10 */ 'messageSubscriptionType'
  | 'lastUpdatedDate'
  | 'messageName'
  | 'correlationKey'
  | 'tenantId'
  | /** @since 8.10 */ 'toolName'
  | /** @since 8.10 */ 'inboundConnectorType'
  | /** @since 8.10 */ 'businessId'

export type MessageSubscriptionState = 'CORRELATED' | 'CREATED' | 'DELETED' | 'MIGRATED'

export type MessageSubscriptionType = 'START_EVENT' | 'PROCESS_EVENT'

export interface MessageSubscriptionFilter {
  readonly messageSubscriptionKey?: KeyFilter<MessageSubscriptionKey> | undefined
  /** @since 8.9 */
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processDefinitionId?: TextFilter | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly messageSubscriptionState?: EnumFilter<MessageSubscriptionState> | undefined
  readonly lastUpdatedDate?: DateFilter | undefined
  readonly messageName?: TextFilter | undefined
  readonly correlationKey?: TextFilter | undefined
  readonly tenantId?: TextFilter | undefined
  /** @since 8.10 */
  readonly messageSubscriptionType?: EnumFilter<MessageSubscriptionType> | undefined
  /** @since 8.10 */
  readonly processDefinitionName?: TextFilter | undefined
  /** @since 8.10 */
  readonly processDefinitionVersion?: NumberFilter | undefined
  /** @since 8.10 */
  readonly toolName?: TextFilter | undefined
  /** @since 8.10 */
  readonly inboundConnectorType?: TextFilter | undefined
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
}
