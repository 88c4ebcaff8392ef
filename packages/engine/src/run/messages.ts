import type { ElementModel } from '../model/process-model.ts'
import { CorrelatedMessage } from '../state/correlated-message.ts'
import { ElementInstance } from '../state/element-instance.ts'
import type { Message } from '../state/message.ts'
import { MessageSubscription } from '../state/message-subscription.ts'
import { ProcessDefinition } from '../state/process-definition.ts'
import { startProcess } from './process-instances.ts'
import type { Runtime } from './runtime.ts'
import { canTrigger, triggerEvent } from './trigger.ts'

/** Starts to wait for a message. Buffered messages are received, too. */
export function subscribe(
  runtime: Runtime,
  owner: ElementInstance,
  event: ElementModel,
  name: string,
  correlationKey: string,
): MessageSubscription {
  const { tenantId } = owner.processInstance.definition
  const subscription = addSubscription(runtime, { tenantId, name, correlationKey, event, owner })
  const { processInstance } = owner
  if (processInstance.lastSubscription === undefined) processInstance.firstSubscription = subscription
  else processInstance.lastSubscription.next = subscription
  processInstance.lastSubscription = subscription
  runtime.next(() => receiveBuffered(runtime, subscription), owner)
  return subscription
}

/** Lets a process wait for messages that start it. */
export function subscribeStart(
  runtime: Runtime,
  owner: ProcessDefinition,
  event: ElementModel,
  name: string,
): MessageSubscription {
  return addSubscription(runtime, { tenantId: owner.tenantId, name, correlationKey: null, event, owner })
}

function addSubscription(
  runtime: Runtime,
  content: ConstructorParameters<typeof MessageSubscription>[1],
): MessageSubscription {
  const { store, messages } = runtime
  return store.add(
    store.messageSubscriptions,
    new MessageSubscription(
      store.nextSequence(content.owner.sequence),
      content,
      messages.subscriptions,
      () => runtime.now,
    ),
  )
}

/** Delivers a message to everything that waits for it. Returns the first process instance that received it. */
export function deliver(runtime: Runtime, message: Message): ElementInstance | undefined {
  const { tenantId, name, correlationKey } = message
  const { subscriptions } = runtime.messages
  const waiting = correlationKey === '' ? [] : subscriptions.of([tenantId, name, correlationKey])
  const receivers = [...waiting, ...subscriptions.of([tenantId, name])].map((subscription) =>
    receive(runtime, message, subscription),
  )
  return receivers.find((receiver) => receiver !== undefined)
}

/** Receives the messages that were published before the subscription. */
export function receiveBuffered(runtime: Runtime, subscription: MessageSubscription): void {
  const { tenantId, name, correlationKey } = subscription
  for (const message of runtime.messages.buffered(tenantId, name, correlationKey ?? '')) {
    receive(runtime, message, subscription)
  }
}

/** Returns the root of the process instance that received the message; undefined if this subscription does not. */
function receive(runtime: Runtime, message: Message, subscription: MessageSubscription): ElementInstance | undefined {
  const { owner } = subscription
  const processId = (owner instanceof ProcessDefinition ? owner : owner.processInstance.definition).model.id
  if (subscription.state === 'DELETED' || message.receivers.has(processId)) return undefined
  const receiver =
    owner instanceof ElementInstance
      ? resume(runtime, message, subscription, owner)
      : start(runtime, message, subscription, owner)
  if (receiver === undefined) return undefined
  message.receivers.add(processId)
  record(runtime, new CorrelatedMessage(message, subscription, receiver, runtime.now))
  return receiver
}

function resume(
  runtime: Runtime,
  message: Message,
  subscription: MessageSubscription,
  owner: ElementInstance,
): ElementInstance | undefined {
  const isOver = subscription.state === 'CORRELATED' && subscription.event.isInterrupting
  if (isOver || !canTrigger(owner, subscription.event) || owner.processInstance.isSuspended) return undefined
  // A message with a business id is only for instances with the same business id.
  if (message.businessId !== null && message.businessId !== owner.processInstance.businessIdOf(subscription.sequence))
    return undefined
  subscription.setState('CORRELATED')
  triggerEvent(runtime, owner, subscription.event, message.variables)
  return owner.processInstance.root
}

function start(
  runtime: Runtime,
  message: Message,
  { event }: MessageSubscription,
  definition: ProcessDefinition,
): ElementInstance | undefined {
  const { tenantId, correlationKey, variables, businessId } = message
  const { id } = definition.model
  if (correlationKey !== '' && runtime.messages.isRunning(tenantId, id, correlationKey)) return undefined
  const root = startProcess(runtime, { definition, trigger: { event, variables }, businessId })
  if (correlationKey !== '') runtime.messages.markRunning(root.sequence, tenantId, id, correlationKey)
  return root
}

/** Called when a process instance has ended: a message that waited for this may start the next one. */
export function startNext(runtime: Runtime, root: ElementInstance): void {
  const correlationKey = runtime.messages.markEnded(root.sequence)
  if (correlationKey === undefined) return
  const { tenantId, model } = root.processInstance.definition
  const latest = runtime.definitions.latest(tenantId, model.id)
  const starts = (latest?.startSubscriptions ?? []).filter((start) => start instanceof MessageSubscription)
  const waiting = starts.flatMap((subscription) =>
    runtime.messages
      .buffered(tenantId, subscription.name, correlationKey)
      .map((message) => ({ message, subscription })),
  )
  waiting.sort((a, b) => a.message.sequence - b.message.sequence)
  for (const { message, subscription } of waiting) {
    if (receive(runtime, message, subscription) !== undefined) return
  }
}

function record({ store }: Runtime, correlated: CorrelatedMessage): void {
  store.correlatedMessages.push(correlated)
  const { processInstance } = correlated.receiver
  if (processInstance.lastCorrelated === undefined) processInstance.firstCorrelated = correlated
  else processInstance.lastCorrelated.next = correlated
  processInstance.lastCorrelated = correlated
}
