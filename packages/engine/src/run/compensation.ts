import type { ElementModel, ElementType } from '../model/process-model.ts'
import type { Compensation } from '../state/compensation.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { complete, createElementInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'

/**
 * Records an activity that has completed and may be compensated later, or finishes it if it was a compensation handler.
 */
export function noteCompletion(runtime: Runtime, instance: ElementInstance): void {
  const { processInstance, element } = instance
  if (element.isForCompensation) finishHandler(runtime, instance)
  const event = element.boundaryEvents.find(({ compensationHandler }) => compensationHandler !== undefined)
  const isScope = SCOPES.includes(element.type)
  const hasInner = isScope && processInstance.compensations.some(({ activity }) => activity.parent === instance)
  if (event === undefined && !hasInner) return
  const compensation = { activity: instance, activityId: element.id, event, thrower: undefined, handler: undefined }
  processInstance.compensations = [...processInstance.compensations, compensation]
}

const SCOPES: readonly ElementType[] = [
  'SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
]

/**
 * Compensates what has completed in the scope of a throw event: one activity, or all. All handlers start immediately,
 * in the order in which the activities completed. Returns false if there is nothing to compensate.
 */
export function throwCompensation(runtime: Runtime, thrower: ElementInstance, activityId: string | undefined): boolean {
  const scope = thrower.parent as ElementInstance
  const scopes = scope.element.type === 'EVENT_SUB_PROCESS' ? [scope, scope.parent] : [scope]
  const chosen = openOf(thrower).filter(
    (compensation) =>
      scopes.includes(compensation.activity.parent) &&
      (activityId === undefined || compensation.activityId === activityId),
  )
  for (const compensation of chosen) compensate(runtime, thrower, compensation)
  return isWaiting(thrower)
}

function openOf({ processInstance }: ElementInstance): Compensation[] {
  return processInstance.compensations.filter(({ thrower }) => thrower === undefined)
}

function compensate(runtime: Runtime, thrower: ElementInstance, compensation: Compensation): void {
  const { activity, event } = compensation
  const scope = thrower.parent as ElementInstance
  compensation.thrower = thrower
  if (event !== undefined) {
    createElementInstance(runtime, event, scope)
    compensation.handler = createElementInstance(runtime, event.compensationHandler as ElementModel, scope)
  }
  for (const inner of openOf(thrower)) if (inner.activity.parent === activity) compensate(runtime, thrower, inner)
}

/** Finishes a handler that has ended. After the last one, the event that triggered the compensation continues. */
export function finishHandler(runtime: Runtime, instance: ElementInstance): void {
  const { compensations } = instance.processInstance
  const finished = compensations.find(({ handler }) => handler === instance)
  if (finished?.thrower === undefined) return
  const { thrower } = finished
  finished.handler = undefined
  if (isWaiting(thrower)) return
  instance.processInstance.compensations = compensations.filter((other) => other.thrower !== thrower)
  complete(runtime, thrower)
}

/** Whether a handler that the event triggered is still running. */
function isWaiting(thrower: ElementInstance): boolean {
  return thrower.processInstance.compensations.some((other) => other.thrower === thrower && other.handler !== undefined)
}
