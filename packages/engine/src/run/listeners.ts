import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { createJob } from './jobs.ts'
import type { Runtime } from './runtime.ts'
import { setAllLocal } from './variables.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Creates the job of the next execution listener. Returns false if there is none left, so that the element can continue.
 * Throws a `Failure` if an expression of the listener fails.
 */
export function createListenerJob(runtime: Runtime, instance: ElementInstance, eventType: 'START' | 'END'): boolean {
  const { startListeners, endListeners } = instance.element
  const listeners = eventType === 'START' ? startListeners : endListeners
  if (listeners.length === 0) return false
  const live = instance.live as LiveState
  const listener = listeners[live.finishedListeners]
  if (listener === undefined) {
    live.finishedListeners = 0
    return false
  }
  createJob(runtime, instance, listener, 'EXECUTION_LISTENER', eventType)
  return true
}

/** Applies the result of a listener. The result of an end listener is for the elements that follow. */
export function finishListener(
  runtime: Runtime,
  instance: ElementInstance,
  eventType: 'START' | 'END',
  variables: Values | undefined,
): void {
  const live = instance.live as LiveState
  live.finishedListeners += 1
  const scope = eventType === 'START' ? instance : (instance.parent ?? instance)
  if (variables !== undefined) setAllLocal(runtime, scope, variables)
}
