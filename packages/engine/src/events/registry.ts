import type { EventModel } from '../model/event-model.ts'
import { compensation } from './compensation.ts'
import { conditional } from './conditional.ts'
import { error } from './error.ts'
import { escalation } from './escalation.ts'
import type { EventKind } from './event-kind.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { terminate } from './terminate.ts'
import { timer } from './timer.ts'

/** The events that the engine runs, by their name in a BPMN file. All others are rejected at deployment. */
export const eventReaders: Readonly<Record<string, EventKind>> = {
  'bpmn:CompensateEventDefinition': compensation,
  'bpmn:ConditionalEventDefinition': conditional,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:EscalationEventDefinition': escalation,
  'bpmn:LinkEventDefinition': link,
  'bpmn:MessageEventDefinition': message,
  'bpmn:SignalEventDefinition': signal,
  'bpmn:TerminateEventDefinition': terminate,
  'bpmn:TimerEventDefinition': timer,
}

/** The same by kind. */
export const eventKinds: Readonly<Record<EventModel['kind'], EventKind>> = Object.fromEntries(
  Object.values(eventReaders).map((event) => [event.kind, event]),
) as Record<EventModel['kind'], EventKind>
