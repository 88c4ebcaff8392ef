import type { VariableLookup } from '../feel/expression.ts'
import type { ConditionalEventModel } from '../model/event-model.ts'
import type { ElementModel } from '../model/process-model.ts'
import { ConditionSubscription } from '../state/condition-subscription.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { lookupIn } from './evaluate.ts'
import type { Runtime } from './runtime.ts'
import { putOff } from './suspension.ts'
import { triggerEvent } from './trigger.ts'

/** A variable was created, or its value changed. */
export interface VariableChange {
  readonly scope: ElementInstance
  readonly name: string
  readonly event: 'create' | 'update'
}

/** Starts to wait for a condition, which may already be true. */
export function waitForCondition(
  runtime: Runtime,
  owner: ElementInstance,
  event: ElementModel,
  conditional: ConditionalEventModel,
): ConditionSubscription {
  const subscription = new ConditionSubscription(owner, event, conditional)
  if (holds(conditional, lookupIn(owner))) trigger(runtime, subscription)
  return subscription
}

/**
 * Triggers the events whose conditions are now true, each at most once, however many variables have changed. Those of
 * outer scopes come first. If one of them interrupts its scope, nothing in that scope is triggered.
 */
export function checkConditions(runtime: Runtime, changes: readonly VariableChange[]): void {
  const interrupted = new Set<ElementInstance>()
  // Outer scopes started to wait before the scopes inside them.
  for (const subscription of changes[0]?.scope.processInstance.conditions ?? []) {
    const { owner, event, conditional } = subscription
    const concerns = changes.some((change) => matches(conditional, change) && isWithin(owner, change.scope))
    if (!concerns || isWithinAny(owner, interrupted) || !holds(conditional, lookupIn(owner))) continue
    trigger(runtime, subscription)
    if (event.isInterrupting) interrupted.add(owner)
  }
}

/** Whether a condition is true. A condition that cannot be evaluated is false. */
export function holds({ condition }: ConditionalEventModel, lookup: VariableLookup): boolean {
  const result = condition.evaluate(lookup)
  return result.ok && result.value === true
}

/** A separate step, since the step that changes the variables must finish first. */
function trigger(runtime: Runtime, subscription: ConditionSubscription): void {
  const { owner, event } = subscription
  const step = (): void => {
    if (subscription.isOpen && !putOff(runtime, owner, step)) triggerEvent(runtime, owner, event)
  }
  runtime.next(step, owner)
}

function matches({ variableNames, variableEvents }: ConditionalEventModel, { name, event }: VariableChange): boolean {
  return variableNames.includes(name) && (variableEvents.length === 0 || variableEvents.includes(event))
}

function isWithin(instance: ElementInstance, scope: ElementInstance): boolean {
  return isWithinAny(instance, new Set([scope]))
}

function isWithinAny(instance: ElementInstance, scopes: ReadonlySet<ElementInstance>): boolean {
  for (let at: ElementInstance | undefined = instance; at !== undefined; at = at.parent) {
    if (scopes.has(at)) return true
  }
  return false
}
