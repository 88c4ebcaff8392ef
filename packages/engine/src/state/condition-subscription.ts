import type { ConditionalEventModel } from '../model/event-model.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from './element-instance.ts'
import type { Subscription } from './subscription.ts'

/** An event that waits for a condition on the variables that its owner sees. */
export class ConditionSubscription implements Subscription {
  event: ElementModel
  readonly owner: ElementInstance
  readonly conditional: ConditionalEventModel
  isOpen = true

  constructor(owner: ElementInstance, event: ElementModel, conditional: ConditionalEventModel) {
    this.owner = owner
    this.event = event
    this.conditional = conditional
    owner.processInstance.conditions = [...owner.processInstance.conditions, this]
  }

  close(): void {
    this.isOpen = false
    const { processInstance } = this.owner
    processInstance.conditions = processInstance.conditions.filter((other) => other !== this)
  }
}
