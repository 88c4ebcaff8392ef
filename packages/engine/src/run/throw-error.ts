import type { ElementModel } from '../model/process-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { Runtime } from './runtime.ts'
import { canTrigger, triggerEvent } from './trigger.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Throws a BPMN error at an element instance: the nearest event that catches it interrupts its activity or scope.
 * Returns false, with nothing changed, if no event catches it.
 */
export function throwBpmnError(
  runtime: Runtime,
  source: ElementInstance,
  code: string,
  variables: Values | undefined,
): boolean {
  const caught = findCatchEvent(source, 'error', code)
  if (caught === undefined) return false
  triggerEvent(runtime, caught.at, caught.event, variables)
  return true
}

/**
 * An event that catches an error or escalation, and the element instance whose boundary event or event sub-process it
 * is.
 */
interface Catch {
  readonly at: ElementInstance
  readonly event: ElementModel
}

/**
 * Returns the nearest event that catches this code, from the inside out. As in Camunda, no event catches in an interrupted
 * scope; the search continues with the caller of the process.
 */
export function findCatchEvent(source: ElementInstance, kind: 'error' | 'escalation', code: string): Catch | undefined {
  let at: ElementInstance | undefined = source
  while (at !== undefined) {
    if (at.live?.isInterrupted) at = at.processInstance.caller
    else {
      const event = findIn(at.element, kind, code)
      if (event !== undefined && canTrigger(at, event)) return { at, event }
      at = at.parent ?? at.processInstance.caller
    }
  }
  return undefined
}

/** An event for this code takes precedence over one for all codes. */
function findIn(element: ElementModel, kind: 'error' | 'escalation', code: string): ElementModel | undefined {
  const starts = element.eventSubProcesses.flatMap(({ startEvent }) => startEvent ?? [])
  const events = [...starts, ...element.boundaryEvents].filter(({ event }) => event?.kind === kind)
  return events.find((event) => codeOf(event) === code) ?? events.find((event) => codeOf(event) === undefined)
}

function codeOf({ event }: ElementModel): string | undefined {
  return event?.kind === 'error' || event?.kind === 'escalation' ? event.code?.text : undefined
}
