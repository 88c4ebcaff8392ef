import type { ElementModel } from '../model/process-model.ts'
import { conflict, type Migration, targetOfEvent } from './migration.ts'

/** All events that an element can react to, whether something subscribes to them or not. */
function eventsOf({ catches, boundaryEvents, eventSubProcesses }: ElementModel): ReadonlySet<ElementModel> {
  return new Set([...catches, ...boundaryEvents, ...eventSubProcesses.flatMap(({ startEvent }) => startEvent ?? [])])
}

/**
 * Checks that mapped events stay attached to their element and keep their kind, and that no two become the same event.
 */
export function checkEvents(migration: Migration, element: ElementModel, target: ElementModel): void {
  const known = new Map<ElementModel, ElementModel>()
  const possible = eventsOf(target)
  for (const event of eventsOf(element)) {
    const targetEvent = targetOfEvent(migration, event)
    if (event === element || targetEvent === undefined) continue
    const both = `The event '${event.id}' of the active element '${element.id}' is mapped to '${targetEvent.id}'`
    if (!possible.has(targetEvent)) throw conflict(`${both}, which is not an event of '${target.id}'.`)
    if (targetEvent.event?.kind !== event.event?.kind) throw conflict(`${both}, which is an event of another kind.`)
    const other = known.get(targetEvent)
    if (other !== undefined) throw conflict(`${both}, and so is '${other.id}'. Events cannot be merged.`)
    known.set(targetEvent, event)
  }
}
