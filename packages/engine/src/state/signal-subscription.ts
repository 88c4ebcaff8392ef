import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from './element-instance.ts'
import type { IndexBy } from './index-by.ts'
import type { ProcessDefinition } from './process-definition.ts'
import type { Subscription } from './subscription.ts'

/** An event that waits for a signal: an event of an element instance, or the start event of a process definition. */
export class SignalSubscription implements Subscription {
  event: ElementModel
  readonly owner: ElementInstance | ProcessDefinition
  readonly name: string
  readonly #index: IndexBy<SignalSubscription>
  readonly #key: readonly string[]

  constructor(
    index: IndexBy<SignalSubscription>,
    tenantId: string,
    name: string,
    event: ElementModel,
    owner: ElementInstance | ProcessDefinition,
  ) {
    this.event = event
    this.owner = owner
    this.name = name
    this.#index = index
    this.#key = [tenantId, name]
    index.add(this.#key, this)
  }

  close(): void {
    this.#index.delete(this.#key, this)
  }
}
