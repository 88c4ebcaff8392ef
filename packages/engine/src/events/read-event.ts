import type { ElementDraft, Reading } from '../model/draft.ts'
import type { EventModel } from '../model/event-model.ts'
import type { ModdleElement } from '../model/moddle.ts'
import { eventReaders } from './registry.ts'

/** Reads the definition of an event. `allowed` lists the kinds that are valid at this position. */
export function readEvent(
  draft: ElementDraft,
  source: ModdleElement,
  reading: Reading,
  allowed: readonly EventModel['kind'][],
): void {
  const [definition, ...others] = source.eventDefinitions ?? []
  if (definition === undefined) return
  if (others.length > 0) {
    reading.problems.add(draft.id, 'An event must not have more than one event definition.')
    return
  }
  const name = definition.$type.replace('bpmn:', '')
  const kind = eventReaders[definition.$type]
  if (kind === undefined || !allowed.includes(kind.kind)) {
    reading.problems.add(draft.id, `The engine does not support '${name}' at this kind of event.`)
    return
  }
  draft.event = kind.read(definition, draft, reading)
}
