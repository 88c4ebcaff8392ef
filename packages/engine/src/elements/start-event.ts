import { readEvent } from '../events/read-event.ts'
import type { EventModel } from '../model/event-model.ts'
import { complete } from '../run/lifecycle.ts'
import type { ElementKind } from './element-kind.ts'

const OF_PROCESS: readonly EventModel['kind'][] = ['timer', 'message', 'signal', 'conditional']
const OF_EVENT_SUB_PROCESS: readonly EventModel['kind'][] = [...OF_PROCESS, 'error', 'escalation']

export const startEvent: ElementKind = {
  type: 'START_EVENT',
  read(draft, source, reading) {
    const isOfEventSubProcess = draft.parent?.type === 'EVENT_SUB_PROCESS'
    draft.isInterrupting = source.isInterrupting !== false
    readEvent(draft, source, reading, isOfEventSubProcess ? OF_EVENT_SUB_PROCESS : OF_PROCESS)
    if (isOfEventSubProcess && (source.eventDefinitions ?? []).length === 0) {
      reading.problems.add(draft.id, 'The start event of an event sub-process needs a trigger.')
    }
    if (draft.event?.kind === 'error' && !draft.isInterrupting) {
      reading.problems.add(draft.id, 'An error always interrupts.')
    }
  },
  activate: (runtime, instance) => complete(runtime, instance),
}
