import type { EventModel } from './event-model.ts'
import type { Problems } from './problems.ts'
import type { ElementModel } from './process-model.ts'

/** Reports events in the same place that catch the same message, signal, error or escalation. */
export function reportDuplicates(events: readonly ElementModel[], problems: Problems): void {
  const seen = new Set<string>()
  for (const { id, event } of events) {
    const what = event && identify(event)
    if (what === undefined) continue
    if (seen.has(what)) problems.add(id, `Another event in the same place is for ${what} too.`)
    seen.add(what)
  }
}

function identify(event: EventModel): string | undefined {
  switch (event.kind) {
    case 'message':
    case 'signal':
      return event.name?.isStatic ? `the ${event.kind} '${event.name.text}'` : undefined
    case 'error':
    case 'escalation':
      return event.code === undefined ? `all ${event.kind}s` : `the ${event.kind} '${event.code.text}'`
    default:
      return undefined
  }
}
