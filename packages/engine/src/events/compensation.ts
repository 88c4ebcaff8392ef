import type { Problems } from '../model/problems.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { EventKind } from './event-kind.ts'

export const compensation: EventKind = {
  kind: 'compensation',
  read: ({ activityRef }) => ({ kind: 'compensation', activityId: activityRef?.id }),
}

/** Checks that there is something for the compensation event to compensate. */
export function validateThrow(element: ElementModel, problems: Problems): void {
  const { id, event, parent } = element
  if (event?.kind !== 'compensation' || event.activityId === undefined) return
  // From an event sub-process, activities of the scope around it are compensated, too.
  const scopes = parent?.type === 'EVENT_SUB_PROCESS' ? [parent, parent.parent] : [parent]
  const activity = scopes.flatMap((scope) => scope?.children ?? []).find((child) => child.id === event.activityId)
  if (activity === undefined) problems.add(id, `The activity '${event.activityId}' is not in the scope of the event.`)
  else if (!canBeCompensated(activity)) {
    problems.add(id, `The activity '${event.activityId}' has no compensation event on its border.`)
  }
}

function canBeCompensated({ type, boundaryEvents, loop, children }: ElementModel): boolean {
  const kind = loop === undefined ? type : children[0]?.type
  return kind === 'SUB_PROCESS' || boundaryEvents.some(({ event }) => event?.kind === 'compensation')
}

/** A compensation boundary event names its handler by an association. */
export function validateBoundary({ id, event, outgoing, compensationHandler }: ElementModel, problems: Problems): void {
  if (event?.kind !== 'compensation') return
  if (outgoing.length > 0) problems.add(id, 'A compensation event on a border must not have an outgoing flow.')
  if (compensationHandler?.isForCompensation !== true) {
    problems.add(id, 'It needs an association with an activity that is marked as for compensation.')
  }
}
