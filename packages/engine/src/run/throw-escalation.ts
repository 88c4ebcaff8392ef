import type { ElementInstance } from '../state/element-instance.ts'
import type { Runtime } from './runtime.ts'
import { findCatchEvent } from './throw-error.ts'
import { triggerEvent } from './trigger.ts'

/** Throws an escalation. Returns true if an interrupting event catches it, so that the element must not continue. */
export function throwEscalation(runtime: Runtime, source: ElementInstance, code: string): boolean {
  const caught = findCatchEvent(source, 'escalation', code)
  if (caught === undefined) return false
  triggerEvent(runtime, caught.at, caught.event)
  return caught.event.isInterrupting
}
