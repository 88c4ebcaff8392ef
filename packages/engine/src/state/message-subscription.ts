import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from './element-instance.ts'
import type { IndexBy } from './index-by.ts'
import type { ProcessDefinition } from './process-definition.ts'
import type { Subscription } from './subscription.ts'

export type MessageSubscriptionState = 'CREATED' | 'CORRELATED' | 'DELETED' | 'MIGRATED'

/** An event that waits for a message: an event of an element instance, or the start event of a process definition. */
export class MessageSubscription implements Subscription {
  readonly sequence: number
  readonly tenantId: string
  readonly name: string
  /** Null for a start event. */
  readonly correlationKey: string | null
  event: ElementModel
  readonly owner: ElementInstance | ProcessDefinition
  state: MessageSubscriptionState = 'CREATED'
  updateTime: number
  next: MessageSubscription | undefined = undefined
  readonly #index: IndexBy<MessageSubscription>
  readonly #now: () => number

  constructor(
    sequence: number,
    content: {
      readonly tenantId: string
      readonly name: string
      readonly correlationKey: string | null
      readonly event: ElementModel
      readonly owner: ElementInstance | ProcessDefinition
    },
    index: IndexBy<MessageSubscription>,
    now: () => number,
  ) {
    this.sequence = sequence
    this.tenantId = content.tenantId
    this.name = content.name
    this.correlationKey = content.correlationKey
    this.event = content.event
    this.owner = content.owner
    this.#index = index
    this.#now = now
    this.updateTime = now()
    index.add(this.key, this)
  }

  get key(): readonly string[] {
    const { tenantId, name, correlationKey } = this
    return correlationKey === null ? [tenantId, name] : [tenantId, name, correlationKey]
  }

  setState(state: MessageSubscriptionState): void {
    this.state = state
    this.updateTime = this.#now()
  }

  /** A subscription that received its only message stays correlated. */
  close(): void {
    this.#index.delete(this.key, this)
    if (this.state !== 'CORRELATED' || !this.event.isInterrupting) this.setState('DELETED')
  }
}
