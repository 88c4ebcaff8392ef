import type { ElementModel } from '../model/process-model.ts'
import type { EventKind } from './event-kind.ts'

export const link: EventKind = {
  kind: 'link',
  read(definition, draft, { problems }) {
    if (definition.name) return { kind: 'link', name: definition.name }
    problems.add(draft.id, 'A link event needs the name of its link.')
    return undefined
  },
}

/** The link catch event, in the same scope, at which a link throw event continues. */
export function linkTargets(throwEvent: ElementModel): readonly ElementModel[] {
  return (throwEvent.parent?.children ?? []).filter(
    ({ type, event }) =>
      type === 'INTERMEDIATE_CATCH_EVENT' &&
      event?.kind === 'link' &&
      throwEvent.event?.kind === 'link' &&
      event.name === throwEvent.event.name,
  )
}
