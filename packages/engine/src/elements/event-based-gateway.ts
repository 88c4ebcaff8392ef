import { reportDuplicates } from '../model/duplicate-events.ts'
import { createTriggered } from '../run/trigger.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import { markTaken } from '../state/process-instance.ts'
import type { ElementKind } from './element-kind.ts'

/** Waits for the events that follow it, and takes the path of the first one that occurs. */
export const eventBasedGateway: ElementKind = {
  type: 'EVENT_BASED_GATEWAY',
  validate(element, problems) {
    const { id, outgoing } = element
    if (outgoing.length < 2) problems.add(id, 'An event-based gateway needs at least two outgoing flows.')
    for (const { target } of outgoing) {
      if (target.type !== 'INTERMEDIATE_CATCH_EVENT' || target.event?.kind === 'link') {
        problems.add(target.id, 'Only catch events that wait can follow an event-based gateway.')
      } else if (target.incoming.length > 1) {
        problems.add(target.id, 'What follows an event-based gateway must not have another incoming flow.')
      }
    }
    reportDuplicates(
      outgoing.map(({ target }) => target),
      problems,
    )
  },
  activate: () => undefined,
  leave(runtime, instance) {
    const { trigger } = instance.live as LiveState
    const flow = instance.element.outgoing.find(({ target }) => target === trigger?.event)
    if (trigger === undefined || flow === undefined) return
    markTaken(instance.processInstance, flow.index)
    createTriggered(runtime, trigger, instance.parent as ElementInstance)
  },
}
