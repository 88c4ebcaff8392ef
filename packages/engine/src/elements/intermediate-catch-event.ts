import { readEvent } from '../events/read-event.ts'
import { complete } from '../run/lifecycle.ts'
import type { LiveState } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

export const intermediateCatchEvent: ElementKind = {
  type: 'INTERMEDIATE_CATCH_EVENT',
  read(draft, source, reading) {
    readEvent(draft, source, reading, ['timer', 'message', 'signal', 'conditional', 'link'])
    if ((source.eventDefinitions ?? []).length === 0) reading.problems.add(draft.id, 'A catch event needs a trigger.')
  },
  /** It waits through its subscription, unless its event has already occurred. A link event does not wait. */
  activate(runtime, instance) {
    const { isTriggered } = instance.live as LiveState
    if (isTriggered || instance.element.event?.kind === 'link') complete(runtime, instance)
  },
}
