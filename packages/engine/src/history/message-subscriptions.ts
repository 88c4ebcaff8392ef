import { keyOf } from '../keys.ts'
import type { MessageSubscription, MessageSubscriptionState } from '../state/message-subscription.ts'
import { ProcessDefinition } from '../state/process-definition.ts'
import { toDate } from './collection.ts'

export interface MessageSubscriptionRecord {
  readonly messageSubscriptionKey: string
  readonly messageName: string
  /** Null for the start event of a process. */
  readonly correlationKey: string | null
  readonly messageSubscriptionState: MessageSubscriptionState
  readonly messageSubscriptionType: 'START_EVENT' | 'PROCESS_EVENT'
  readonly lastUpdatedDate: string
  readonly elementId: string
  /** The element instance that waits; null for the start event of a process. */
  readonly elementInstanceKey: string | null
  readonly processInstanceKey: string | null
  readonly rootProcessInstanceKey: string | null
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: number
  readonly businessId: string | null
  readonly tenantId: string
}

export function toMessageSubscriptionRecord(subscription: MessageSubscription): MessageSubscriptionRecord {
  const { owner } = subscription
  const instance = owner instanceof ProcessDefinition ? undefined : owner
  const definition = owner instanceof ProcessDefinition ? owner : owner.processInstance.definitionOf(subscription.event)
  return {
    messageSubscriptionKey: keyOf(subscription.sequence),
    messageName: subscription.name,
    correlationKey: subscription.correlationKey,
    messageSubscriptionState: subscription.state,
    messageSubscriptionType: instance === undefined ? 'START_EVENT' : 'PROCESS_EVENT',
    lastUpdatedDate: toDate(subscription.updateTime) as string,
    elementId: subscription.event.id,
    elementInstanceKey: instance === undefined ? null : keyOf(instance.sequence),
    processInstanceKey: instance === undefined ? null : keyOf(instance.processInstance.root.sequence),
    rootProcessInstanceKey: instance === undefined ? null : keyOf(instance.processInstance.top.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    processDefinitionName: definition.model.name,
    processDefinitionVersion: definition.version,
    businessId: instance?.processInstance.businessIdOf(subscription.sequence) ?? null,
    tenantId: subscription.tenantId,
  }
}
