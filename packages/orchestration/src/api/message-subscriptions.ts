import type {
  DateFilter,
  DateTime,
  EnumFilter,
  Int,
  KeyFilter,
  NumberFilter,
  OpenEnum,
  Page,
  ReadOptions,
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

/** Message subscriptions: the events that wait for a message, and the messages that were received. */
export interface MessageSubscriptions {
  /**
   * Returns one page of the matching subscriptions: events of process instances that wait, or waited, for a message,
   * and from Camunda 8.10 on also message start events of deployed processes.
   *
   * @operation POST /message-subscriptions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   * @example
   * const { total } = await camunda.messageSubscriptions.search({
   *   filter: { messageName: 'payment-received', correlationKey: 'A-1', messageSubscriptionState: 'CREATED' },
   * })
   */
  search(
    body?: Search<MessageSubscriptionFilter, MessageSubscriptionSortField>,
    options?: ReadOptions<Page<MessageSubscription>>,
  ): Promise<Page<MessageSubscription>>

  /** Returns all matching subscriptions one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<MessageSubscriptionFilter, MessageSubscriptionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MessageSubscription, void, undefined>

  /**
   * Returns one page of the matching correlations: which message reached which process instance, and when.
   *
   * @operation POST /correlated-message-subscriptions/search
   * @permission PROCESS_DEFINITION READ_PROCESS_INSTANCE
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  searchCorrelated(
    body?: Search<CorrelatedMessageSubscriptionFilter, CorrelatedMessageSubscriptionSortField>,
    options?: ReadOptions<Page<CorrelatedMessageSubscription>>,
  ): Promise<Page<CorrelatedMessageSubscription>>

  /**
   * Returns all matching correlations one by one, and requests the next page while you work on the current one.
   *
   * @example
   * const filter = { messageKey }
   * for await (const { processInstanceKey } of camunda.messageSubscriptions.searchCorrelatedAll({ filter })) {
   *   console.log('received by', processInstanceKey)
   * }
   */
  searchCorrelatedAll(
    body?: Search<CorrelatedMessageSubscriptionFilter, CorrelatedMessageSubscriptionSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<CorrelatedMessageSubscription, void, undefined>
}

/** A message that a process instance received. */
export interface CorrelatedMessageSubscription {
  /** Business id of the process instance; null if it has none. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  readonly correlationKey: string | null
  readonly correlationTime: DateTime
  /** Id of the element in the BPMN that received it. */
  readonly elementId: string
  /** Null for a message start event. */
  readonly elementInstanceKey: ElementInstanceKey | null
  readonly messageKey: MessageKey
  readonly messageName: string
  readonly partitionId: Int
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey | null
  readonly processInstanceKey: ProcessInstanceKey
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly subscriptionKey: MessageSubscriptionKey
  readonly tenantId: TenantId
}

/** Conditions on correlations; all must be met. */
export interface CorrelatedMessageSubscriptionFilter {
  /** @since 8.10 */
  readonly businessId?: TextFilter | undefined
  readonly correlationKey?: TextFilter | undefined
  readonly correlationTime?: DateFilter | undefined
  readonly elementId?: TextFilter | undefined
  readonly elementInstanceKey?: KeyFilter<ElementInstanceKey> | undefined
  readonly messageKey?: KeyFilter<MessageKey> | undefined
  readonly messageName?: TextFilter | undefined
  readonly partitionId?: NumberFilter | undefined
  readonly processDefinitionId?: TextFilter | undefined
  /** Finds nothing from before Camunda 8.9, except message start events. */
  readonly processDefinitionKey?: KeyFilter<ProcessDefinitionKey> | undefined
  readonly processInstanceKey?: KeyFilter<ProcessInstanceKey> | undefined
  readonly subscriptionKey?: KeyFilter<MessageSubscriptionKey> | undefined
  readonly tenantId?: TextFilter | undefined
}

/** Fields to sort correlations by. */
export type CorrelatedMessageSubscriptionSortField =
  | /** @since 8.10 */ 'businessId'
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

/** An event that waits, or waited, for a message. */
export interface MessageSubscription {
  readonly messageSubscriptionKey: MessageSubscriptionKey
  readonly messageName: string
  /** Value that the message must have; null for a message start event. */
  readonly correlationKey: string | null
  readonly messageSubscriptionState: OpenEnum<MessageSubscriptionState>
  /** `PROCESS_EVENT` for subscriptions older than Camunda 8.10. @since 8.10 */
  readonly messageSubscriptionType?: OpenEnum<MessageSubscriptionType> | undefined
  readonly lastUpdatedDate: DateTime
  /** Id of the element in the BPMN. */
  readonly elementId: string
  /** Null for a message start event. */
  readonly elementInstanceKey: ElementInstanceKey | null
  /** Null for a message start event. */
  readonly processInstanceKey: ProcessInstanceKey | null
  /** The instance at the top of the call hierarchy; null if it was started before Camunda 8.9. @since 8.9 */
  readonly rootProcessInstanceKey?: ProcessInstanceKey | null | undefined
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionKey: ProcessDefinitionKey | null
  /** @since 8.10 */
  readonly processDefinitionName?: string | null | undefined
  /** @since 8.10 */
  readonly processDefinitionVersion?: Int | null | undefined
  /** Business id of the process instance; null if it has none, and for a message start event. @since 8.10 */
  readonly businessId?: BusinessId | null | undefined
  /** Extension properties of the element whose names begin with `io.camunda.tool:`. @since 8.10 */
  readonly toolProperties?: Record<string, string> | undefined
  /** The extension property `io.camunda.tool:name`. @since 8.10 */
  readonly toolName?: string | null | undefined
  /** The extension property `inbound.type`; null if no inbound connector publishes the message. @since 8.10 */
  readonly inboundConnectorType?: string | null | undefined
  readonly tenantId: TenantId
}

/** Fields to sort subscriptions by. */
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

/**
 * State of a subscription. Those of message start events are never `CORRELATED` or `MIGRATED`: use `searchCorrelated` for what
 * they received.
 */
export type MessageSubscriptionState = 'CORRELATED' | 'CREATED' | 'DELETED' | 'MIGRATED'

/** What subscribed: a message start event of a process, or an event of a process instance. */
export type MessageSubscriptionType = 'START_EVENT' | 'PROCESS_EVENT'

/** Conditions on subscriptions; all must be met. */
export interface MessageSubscriptionFilter {
  readonly messageSubscriptionKey?: KeyFilter<MessageSubscriptionKey> | undefined
  /** Finds nothing from before Camunda 8.9. @since 8.9 */
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
  /**
   * Finds nothing from before Camunda 8.10; `{ $neq: 'START_EVENT' }` also finds older events of process instances.
   * @since 8.10
   */
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
