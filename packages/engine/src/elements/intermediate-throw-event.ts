import { validateThrow } from '../events/compensation.ts'
import { linkTargets } from '../events/link.ts'
import { readEvent } from '../events/read-event.ts'
import type { ElementModel } from '../model/process-model.ts'
import { takeFlow } from '../run/flows.ts'
import { complete } from '../run/lifecycle.ts'
import { createTriggered } from '../run/trigger.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'
import { readMessageJob } from './job-worker-element.ts'
import { activateThrowEvent } from './throw-event.ts'

export const intermediateThrowEvent: ElementKind = {
  type: 'INTERMEDIATE_THROW_EVENT',
  read(draft, source, reading) {
    readEvent(draft, source, reading, ['message', 'signal', 'escalation', 'compensation', 'link'])
    readMessageJob(draft, source, reading)
  },
  validate(element, problems) {
    const { id, event } = element
    validateThrow(element, problems)
    if (event?.kind === 'link' && linkTargets(element).length !== 1) {
      problems.add(id, `The link '${event.name}' needs exactly one catch event in the same scope.`)
    }
  },
  activate: (runtime, instance) => activateThrowEvent(runtime, instance, () => complete(runtime, instance)),
  leave(runtime, instance) {
    const scope = instance.parent as ElementInstance
    if (instance.element.event?.kind === 'link') {
      const event = linkTargets(instance.element)[0] as ElementModel
      createTriggered(runtime, { event, variables: undefined }, scope)
    } else for (const flow of instance.element.outgoing) takeFlow(runtime, flow, scope)
  },
}
