import type { ElementInstance } from './element-instance.ts'
import type { Message } from './message.ts'
import type { MessageSubscription } from './message-subscription.ts'

/** Records that a message reached a subscription. */
export class CorrelatedMessage {
  readonly messageSequence: number
  readonly subscription: MessageSubscription
  readonly correlationKey: string
  /** The root of the process instance that received it, or that it started. */
  readonly receiver: ElementInstance
  readonly time: number
  next: CorrelatedMessage | undefined = undefined

  constructor(message: Message, subscription: MessageSubscription, receiver: ElementInstance, time: number) {
    this.messageSequence = message.sequence
    this.subscription = subscription
    this.correlationKey = message.correlationKey
    this.receiver = receiver
    this.time = time
  }
}
