import { validateBoundary } from '../events/compensation.ts'
import { readEvent } from '../events/read-event.ts'
import { complete } from '../run/lifecycle.ts'
import type { ElementKind } from './element-kind.ts'

/**
 * It waits as a subscription of its activity. Its own instance starts when it is triggered, and completes immediately.
 * `run/trigger.ts` interrupts the activity.
 */
export const boundaryEvent: ElementKind = {
  type: 'BOUNDARY_EVENT',
  read(draft, source, reading) {
    draft.isInterrupting = source.cancelActivity !== false
    readEvent(draft, source, reading, [
      'timer',
      'message',
      'signal',
      'conditional',
      'error',
      'escalation',
      'compensation',
    ])
    if ((source.eventDefinitions ?? []).length === 0)
      reading.problems.add(draft.id, 'A boundary event needs a trigger.')
    if (source.attachedToRef === undefined) reading.problems.add(draft.id, 'It is not attached to an activity.')
    if (draft.event?.kind === 'error' && !draft.isInterrupting) {
      reading.problems.add(draft.id, 'An error always interrupts.')
    }
  },
  validate: validateBoundary,
  activate: (runtime, instance) => complete(runtime, instance),
}
