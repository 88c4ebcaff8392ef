import type { ElementModel } from '../model/process-model.ts'
import {
  ACTIVATED,
  COMPLETING,
  type ElementInstance,
  type LiveState,
  TERMINATING,
  type TriggeredEvent,
} from '../state/element-instance.ts'
import { complete, createElementInstance, terminate } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'
import { closeSubscriptions } from './subscriptions.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether an event of this element instance can still be triggered. */
export function canTrigger(instance: ElementInstance, event: ElementModel): boolean {
  const { phase, live } = instance
  if ((phase !== ACTIVATED && phase !== COMPLETING) || isBeingLeft(instance)) return false
  const interruption = live?.interruption?.event.type
  // What starts after an interruption can itself be interrupted, by its boundary events.
  return interruption === undefined || (interruption !== 'BOUNDARY_EVENT' && event.type === 'BOUNDARY_EVENT')
}

/** Whether this scope, or one around it, is about to end. */
function isBeingLeft(instance: ElementInstance): boolean {
  for (let at = instance; at.parent !== undefined; at = at.parent) if (isAbandoned(at)) return true
  return false
}

/** Whether its scope is being left. It must not continue until a later step terminates it. */
export function isAbandoned({ element, parent }: ElementInstance): boolean {
  if (parent === undefined) return false
  if (parent.phase >= TERMINATING) return true
  return parent.live?.isInterrupted === true && element.type !== 'EVENT_SUB_PROCESS'
}

/**
 * Triggers an event that `owner` was waiting for: itself, one of its boundary events, the start event of an event
 * sub-process in it, or one after an event-based gateway. `variables` are those of the event.
 */
export function triggerEvent(runtime: Runtime, owner: ElementInstance, event: ElementModel, variables?: Values): void {
  if (!canTrigger(owner, event)) return
  const trigger = { event, variables }
  if (event === owner.element) completeOwn(runtime, owner, variables)
  else if (event.type === 'BOUNDARY_EVENT') triggerBoundaryEvent(runtime, owner, trigger)
  else if (event.type === 'START_EVENT') triggerEventSubProcess(runtime, owner, trigger)
  else decideFor(runtime, owner, trigger)
}

function completeOwn(runtime: Runtime, owner: ElementInstance, variables: Values | undefined): void {
  closeSubscriptions(owner, ({ event }) => event === owner.element)
  complete(runtime, owner, variables)
}

function triggerBoundaryEvent(runtime: Runtime, activity: ElementInstance, trigger: TriggeredEvent): void {
  if (trigger.event.isInterrupting) {
    const live = activity.live as LiveState
    live.interruption = trigger
    terminate(runtime, activity)
  } else createTriggered(runtime, trigger, activity.parent as ElementInstance)
}

/** An interrupting event sub-process starts once everything else in its scope has ended, see `continueInterrupted`. */
function triggerEventSubProcess(runtime: Runtime, scope: ElementInstance, trigger: TriggeredEvent): void {
  if (!trigger.event.isInterrupting) {
    createTriggered(runtime, trigger, scope)
    return
  }
  interruptScope(runtime, scope)
  const live = scope.live as LiveState
  live.interruption = trigger
  if (live.children === undefined || live.children.size === 0) continueInterrupted(runtime, scope)
}

/** Takes the path of one event of an event-based gateway. The other events are no longer waited for. */
function decideFor(runtime: Runtime, gateway: ElementInstance, trigger: TriggeredEvent): void {
  closeSubscriptions(gateway)
  const live = gateway.live as LiveState
  live.trigger = trigger
  complete(runtime, gateway)
}

/** Ends everything in a scope, but not the scope itself, and closes the subscriptions of its event sub-processes. */
export function interruptScope(runtime: Runtime, scope: ElementInstance, except?: ElementInstance): void {
  const live = scope.live as LiveState
  live.isInterrupted = true
  live.tokens = undefined
  closeSubscriptions(scope, ({ event }) => event.type === 'START_EVENT')
  for (const child of live.children ?? []) if (child !== except) terminate(runtime, child)
}

/**
 * Continues after everything that an interrupting event ended is over. Returns false if there is nothing to continue
 * with.
 */
export function continueInterrupted(runtime: Runtime, instance: ElementInstance): boolean {
  const live = instance.live as LiveState
  const { interruption } = live
  if (interruption === undefined) return false
  live.interruption = undefined
  // A boundary event continues in the scope of the activity, an event sub-process inside it.
  const scope = interruption.event.type === 'BOUNDARY_EVENT' ? (instance.parent as ElementInstance) : instance
  createTriggered(runtime, interruption, scope)
  return true
}

/** Creates an instance of an event that has occurred, inside its event sub-process if it starts one. */
export function createTriggered(runtime: Runtime, trigger: TriggeredEvent, scope: ElementInstance): void {
  const { event, variables } = trigger
  const container = event.parent
  if (container?.type === 'EVENT_SUB_PROCESS' && event.type === 'START_EVENT' && scope.element !== container) {
    const live = createElementInstance(runtime, container, scope).live as LiveState
    live.trigger = trigger
    return
  }
  const live = createElementInstance(runtime, event, scope).live as LiveState
  live.isTriggered = true
  live.result = variables
}
