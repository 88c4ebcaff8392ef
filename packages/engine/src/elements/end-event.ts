import { validateThrow } from '../events/compensation.ts'
import { readEvent } from '../events/read-event.ts'
import { complete } from '../run/lifecycle.ts'
import { interruptScope } from '../run/trigger.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'
import { readMessageJob } from './job-worker-element.ts'
import { activateThrowEvent } from './throw-event.ts'

export const endEvent: ElementKind = {
  type: 'END_EVENT',
  read(draft, source, reading) {
    readEvent(draft, source, reading, ['message', 'signal', 'error', 'escalation', 'compensation', 'terminate'])
    readMessageJob(draft, source, reading)
  },
  validate: validateThrow,
  activate: (runtime, instance) => activateThrowEvent(runtime, instance, () => complete(runtime, instance)),
  leave(runtime, instance) {
    if (instance.element.event?.kind !== 'terminate') return
    interruptScope(runtime, instance.parent as ElementInstance, instance)
  },
}
