import { evaluateText } from '../run/evaluate.ts'
import { SignalSubscription } from '../state/signal-subscription.ts'
import type { EventKind } from './event-kind.ts'

export const signal: EventKind = {
  kind: 'signal',
  read(definition, draft, reading) {
    const name = definition.signalRef?.name
    if (name) return { kind: 'signal', name: reading.expression(definition.signalRef ?? definition, name) }
    reading.problems.add(draft.id, 'A signal event needs a signal with a name.')
    return undefined
  },
  prepare(runtime, owner, event) {
    if (event.event?.kind !== 'signal') throw new TypeError('Not a signal event.')
    const name = evaluateText(event.event.name, owner)
    const { tenantId } = owner.processInstance.definition
    return () => new SignalSubscription(runtime.signals, tenantId, name, event, owner)
  },
}
