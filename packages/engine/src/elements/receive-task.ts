import { message } from '../events/message.ts'
import type { ElementKind } from './element-kind.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'

/** Waits for a message, like an intermediate catch event. */
export const receiveTask: ElementKind = {
  type: 'RECEIVE_TASK',
  read(draft, source, reading) {
    draft.event = message.read(source, draft, reading)
  },
  activate: intermediateCatchEvent.activate,
}
