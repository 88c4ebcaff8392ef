import { keyOf, partitionOf, sequenceOf } from '../keys.ts'
import type { CorrelatedMessage } from '../state/correlated-message.ts'
import { ElementInstance } from '../state/element-instance.ts'
import type { Store } from '../state/store.ts'
import { toDate } from './collection.ts'

export interface CorrelatedMessageRecord {
  readonly messageKey: string
  readonly messageName: string
  readonly correlationKey: string
  readonly correlationTime: string
  readonly subscriptionKey: string
  readonly elementId: string
  /** Null for the start event of a process. */
  readonly elementInstanceKey: string | null
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly businessId: string | null
  readonly partitionId: number
  readonly tenantId: string
}

/** Which message reached which process instance, in chronological order. */
export interface CorrelatedMessages extends Iterable<CorrelatedMessageRecord> {
  readonly size: number
  of(processInstanceKey: string): Iterable<CorrelatedMessageRecord>
}

export function correlatedMessages(store: Store): CorrelatedMessages {
  return {
    get size() {
      return store.correlatedMessages.length
    },
    *of(processInstanceKey) {
      const root = store.find(ElementInstance, sequenceOf(processInstanceKey))
      if (root?.parent !== undefined) return
      for (let at = root?.processInstance.firstCorrelated; at !== undefined; at = at.next) yield toRecord(at)
    },
    *[Symbol.iterator]() {
      for (const correlated of store.correlatedMessages) yield toRecord(correlated)
    },
  }
}

function toRecord({
  messageSequence,
  subscription,
  correlationKey,
  receiver,
  time,
}: CorrelatedMessage): CorrelatedMessageRecord {
  const { top } = receiver.processInstance
  const definition = receiver.processInstance.definitionOf(subscription.event)
  const { owner } = subscription
  return {
    messageKey: keyOf(messageSequence),
    messageName: subscription.name,
    correlationKey,
    correlationTime: toDate(time) as string,
    subscriptionKey: keyOf(subscription.sequence),
    elementId: subscription.event.id,
    elementInstanceKey: owner instanceof ElementInstance ? keyOf(owner.sequence) : null,
    processInstanceKey: keyOf(receiver.sequence),
    rootProcessInstanceKey: keyOf(top.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    businessId: receiver.processInstance.businessIdOf(subscription.sequence),
    partitionId: partitionOf(receiver.sequence),
    tenantId: definition.tenantId,
  }
}
