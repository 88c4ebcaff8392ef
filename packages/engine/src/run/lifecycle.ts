import { keyOf } from '../keys.ts'
import type { ElementModel } from '../model/process-model.ts'
import {
  ACTIVATED,
  ACTIVATING,
  COMPLETED,
  COMPLETING,
  ElementInstance,
  type LiveState,
  TERMINATED,
  TERMINATING,
} from '../state/element-instance.ts'
import type { ProcessInstance } from '../state/process-instance.ts'
import { finishHandler, noteCompletion } from './compensation.ts'
import { Failure } from './failure.ts'
import { takeFlow } from './flows.ts'
import { closeIncident } from './incidents.ts'
import { activateInclusiveJoins } from './inclusive-join.ts'
import { cancelJob } from './jobs.ts'
import { createListenerJob } from './listeners.ts'
import { applyInputs, applyOutputs } from './mappings.ts'
import { startNext } from './messages.ts'
import type { Runtime } from './runtime.ts'
import { closeSubscriptions, openSubscriptions, prepareSubscriptions } from './subscriptions.ts'
import { putOff } from './suspension.ts'
import { continueInterrupted, isAbandoned } from './trigger.ts'
import { setAllLocal } from './variables.ts'

type Values = Readonly<Record<string, unknown>>

/** Creates an instance of an element in a scope. The next step activates it. */
export function createElementInstance(
  runtime: Runtime,
  element: ElementModel,
  scope: ElementInstance,
): ElementInstance {
  const instance = addElementInstance(runtime, element, scope)
  runtime.next(activate, instance)
  return instance
}

/**
 * Creates a scope that is active immediately and does not run its start event, for elements that a command activates in
 * it. Throws a `Failure` if an event that it waits for cannot be evaluated.
 */
export function openScope(
  runtime: Runtime,
  element: ElementModel,
  scope: ElementInstance,
  variables: readonly Values[],
): ElementInstance {
  return open(runtime, addElementInstance(runtime, element, scope), variables)
}

function open(runtime: Runtime, instance: ElementInstance, variables: readonly Values[]): ElementInstance {
  for (const values of variables) setAllLocal(runtime, instance, values)
  const subscriptions = prepareSubscriptions(runtime, instance)
  runtime.kindOf(instance).open?.(runtime, instance)
  instance.phase = ACTIVATED
  openSubscriptions(instance, subscriptions)
  return instance
}

function addElementInstance(runtime: Runtime, element: ElementModel, scope: ElementInstance): ElementInstance {
  const { store } = runtime
  const { processInstance } = scope
  const instance = store.add(
    store.elementInstances,
    new ElementInstance(store.nextSequence(scope.sequence), element, processInstance, scope, runtime.now),
  )
  link(processInstance, instance)
  const live = scope.live as LiveState
  live.children ??= new Set()
  live.children.add(instance)
  return instance
}

/** Creates the element instance of the process, which is the root of all its scopes. */
export function createRootInstance(runtime: Runtime, processInstance: ProcessInstance): ElementInstance {
  const instance = addRootInstance(runtime, processInstance)
  runtime.next(activate, instance)
  return instance
}

/** The same for a process that does not run its start event, see `openScope`. */
export function openRootInstance(
  runtime: Runtime,
  processInstance: ProcessInstance,
  variables: Values,
): ElementInstance {
  return open(runtime, addRootInstance(runtime, processInstance), [variables])
}

function addRootInstance(runtime: Runtime, processInstance: ProcessInstance): ElementInstance {
  const { store } = runtime
  const { definition, caller } = processInstance
  const sequence = caller === undefined ? store.nextInstanceSequence() : store.nextSequence(caller.sequence)
  const instance = new ElementInstance(sequence, definition.model.root, processInstance, undefined, runtime.now)
  processInstance.root = store.add(store.processInstances, instance)
  processInstance.lastElement = instance
  return instance
}

function link(processInstance: ProcessInstance, instance: ElementInstance): void {
  if (processInstance.lastElement !== undefined) processInstance.lastElement.next = instance
  processInstance.lastElement = instance
}

/** Step: applies the input mappings, then starts the work of the element. */
function activate(runtime: Runtime, instance: ElementInstance): void {
  if (instance.phase !== ACTIVATING || isAbandoned(instance) || putOff(runtime, instance, activate)) return
  runtime.activations += 1
  if (runtime.activations > runtime.maxActivations) {
    throw new Failure(
      'CONDITION_ERROR',
      `One command activated more than ${runtime.maxActivations} elements. The process seems to loop without waiting.`,
    )
  }
  const scope = instance.parent
  if (scope !== undefined) runtime.kindOf(scope).childActivating?.(runtime, scope, instance)
  applyInputs(runtime, instance)
  begin(runtime, instance)
}

/** Step: runs the start listeners, then the work of the element's kind. */
function begin(runtime: Runtime, instance: ElementInstance): void {
  if (instance.phase !== ACTIVATING || isAbandoned(instance) || putOff(runtime, instance, begin)) return
  if (createListenerJob(runtime, instance, 'START')) return
  const subscriptions = prepareSubscriptions(runtime, instance)
  runtime.kindOf(instance).activate(runtime, instance)
  instance.phase = ACTIVATED
  openSubscriptions(instance, subscriptions)
}

/** Completes an element whose work is done. `result` is what it produced. */
export function complete(runtime: Runtime, instance: ElementInstance, result?: Values | undefined): void {
  if (result !== undefined) (instance.live as LiveState).result = result
  runtime.next(completeStep, instance)
}

/** Step: applies the output mappings, then continues. */
function completeStep(runtime: Runtime, instance: ElementInstance): void {
  if (instance.phase !== ACTIVATED && instance.phase !== COMPLETING) return
  if (isAbandoned(instance) || putOff(runtime, instance, completeStep)) return
  // The job of an end listener already exists.
  if (instance.phase === COMPLETING && instance.live?.job !== undefined) return
  // An event was triggered meanwhile, and what it started must end first.
  if (hasChildren(instance)) return
  instance.phase = COMPLETING
  applyOutputs(runtime, instance)
  closeSubscriptions(instance)
  leave(runtime, instance)
}

/** Step: runs the end listeners, then continues with the next elements. */
function leave(runtime: Runtime, instance: ElementInstance): void {
  if (instance.phase !== COMPLETING || isAbandoned(instance) || putOff(runtime, instance, leave)) return
  if (createListenerJob(runtime, instance, 'END')) return
  const scope = instance.parent
  if (scope !== undefined && instance.element.outgoing.length === 0) {
    runtime.kindOf(scope).childCompleting?.(runtime, scope, instance)
  }
  instance.phase = COMPLETED
  if (instance.processInstance.definition.model.hasCompensation) noteCompletion(runtime, instance)
  const kind = runtime.kindOf(instance)
  if (endsProcess(instance)) terminate(runtime, instance.processInstance.root)
  else if (kind.leave !== undefined) kind.leave(runtime, instance)
  else for (const flow of instance.element.outgoing) takeFlow(runtime, flow, scope as ElementInstance)
  end(runtime, instance)
}

/** Continues after an execution listener: with the next one, or with the element. */
export function continueAfterListener(runtime: Runtime, instance: ElementInstance): void {
  runtime.next(instance.phase === ACTIVATING ? begin : leave, instance)
}

/** Terminates an element and everything that runs in it, without continuing after it. */
export function terminate(runtime: Runtime, instance: ElementInstance): void {
  runtime.next(terminateStep, instance)
}

function terminateStep(runtime: Runtime, instance: ElementInstance): void {
  if (instance.phase >= TERMINATING) return
  instance.phase = TERMINATING
  closeSubscriptions(instance)
  const live = instance.live as LiveState
  live.tokens = undefined
  // An event sub-process that was about to start in it no longer does. A boundary event still continues.
  if (live.interruption?.event.type !== 'BOUNDARY_EVENT') live.interruption = undefined
  if (live.job !== undefined) cancelJob(runtime, live.job)
  const isWaiting = runtime.kindOf(instance).terminate?.(runtime, instance) ?? false
  for (const child of live.children ?? []) terminate(runtime, child)
  if (!isWaiting && !hasChildren(instance)) terminated(runtime, instance)
}

/** Finishes the termination, once nothing in it is active. */
export function terminated(runtime: Runtime, instance: ElementInstance): void {
  instance.phase = TERMINATED
  if (!isAbandoned(instance)) continueInterrupted(runtime, instance)
  if (instance.element.isForCompensation) finishHandler(runtime, instance)
  if (endsProcess(instance)) terminate(runtime, instance.processInstance.root)
  end(runtime, instance)
}

/** Whether the process instance has a runtime instruction to end after this element. */
function endsProcess({ processInstance, element }: ElementInstance): boolean {
  return processInstance.endsAfter?.has(element.id) === true
}

/** Drops the state of a running element, and lets the scope check whether it has ended, too. */
function end(runtime: Runtime, instance: ElementInstance): void {
  instance.endTime = runtime.now
  if (instance.incident !== undefined) closeIncident(instance.incident)
  instance.live = undefined
  const scope = instance.parent
  if (scope === undefined) endProcessInstance(runtime, instance)
  else childEnded(runtime, scope, instance)
}

function childEnded(runtime: Runtime, scope: ElementInstance, child: ElementInstance): void {
  const live = scope.live as LiveState
  live.children?.delete(child)
  activateInclusiveJoins(runtime, scope)
  if (hasChildren(scope)) return
  if (scope.phase === TERMINATING) {
    terminated(runtime, scope)
    return
  }
  if (continueInterrupted(runtime, scope)) return
  // Tokens that wait for others at a gateway keep their scope open.
  if (live.tokens !== undefined && live.tokens.size > 0) return
  const kind = runtime.kindOf(scope)
  if (kind.emptied !== undefined) kind.emptied(runtime, scope, child)
  else complete(runtime, scope)
}

function endProcessInstance(runtime: Runtime, root: ElementInstance): void {
  const { caller } = root.processInstance
  runtime.emit({
    type: 'process-instance-ended',
    processInstanceKey: keyOf(root.sequence),
    state: root.phase === COMPLETED ? 'COMPLETED' : 'TERMINATED',
  })
  startNext(runtime, root)
  if (caller !== undefined) runtime.kindOf(caller).calledInstanceEnded?.(runtime, caller, root)
}

function hasChildren({ live }: ElementInstance): boolean {
  return live?.children !== undefined && live.children.size > 0
}
