import { throwCompensation } from '../run/compensation.ts'
import { evaluateText } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import type { Runtime } from '../run/runtime.ts'
import { broadcast } from '../run/signals.ts'
import { throwBpmnError } from '../run/throw-error.ts'
import { throwEscalation } from '../run/throw-escalation.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { activateJobWorkerElement } from './job-worker-element.ts'

/** The variables that the input mappings of a signal event created. The signal carries them. */
function localValues({ live }: ElementInstance): Readonly<Record<string, unknown>> | undefined {
  if (live?.variables === undefined) return undefined
  return Object.fromEntries([...live.variables].map(([name, { value }]) => [name, value]))
}

/** Executes an intermediate throw event or end event. Calls `proceed` unless the event must not continue. */
export function activateThrowEvent(runtime: Runtime, instance: ElementInstance, proceed: () => void): void {
  const { event } = instance.element
  switch (event?.kind) {
    case 'message':
      activateJobWorkerElement(runtime, instance)
      return
    case 'signal': {
      const name = evaluateText(event.name, instance)
      broadcast(runtime, instance.processInstance.definition.tenantId, name, localValues(instance))
      proceed()
      return
    }
    case 'error': {
      const code = event.code === undefined ? '' : evaluateText(event.code, instance)
      if (throwBpmnError(runtime, instance, code, undefined)) return
      throw new Failure('UNHANDLED_ERROR_EVENT', `No event catches the error '${code}'.`)
    }
    case 'escalation': {
      const code = event.code === undefined ? '' : evaluateText(event.code, instance)
      if (!throwEscalation(runtime, instance, code)) proceed()
      return
    }
    case 'compensation':
      if (!throwCompensation(runtime, instance, event.activityId)) proceed()
      return
    default:
      proceed()
  }
}
