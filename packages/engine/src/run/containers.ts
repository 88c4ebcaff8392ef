import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { createElementInstance } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'
import { createTriggered } from './trigger.ts'

/** Starts a process or sub-process at the event that triggered it, or at its none start event. */
export function activateContainer(runtime: Runtime, instance: ElementInstance): void {
  const { trigger } = instance.live as LiveState
  const { startEvent } = instance.element
  if (trigger !== undefined) createTriggered(runtime, trigger, instance)
  else if (startEvent !== undefined) createElementInstance(runtime, startEvent, instance)
}
