import type { Expression } from '../feel/expression.ts'
import { resultType } from '../feel/result-type.ts'
import { extension } from '../model/moddle.ts'
import { evaluateAs, evaluateText, lookupIn } from '../run/evaluate.ts'
import { subscribe } from '../run/messages.ts'
import type { EventKind } from './event-kind.ts'

export const message: EventKind = {
  kind: 'message',
  read(definition, draft, reading) {
    const { messageRef } = definition
    // The sender of the message knows its name.
    if (draft.type === 'INTERMEDIATE_THROW_EVENT' || draft.type === 'END_EVENT') {
      return { kind: 'message', name: undefined, correlationKey: undefined }
    }
    if (!messageRef?.name) {
      reading.problems.add(draft.id, 'It needs a message with a name.')
      return undefined
    }
    const name = reading.expression(messageRef, messageRef.name)
    const startsProcess = draft.type === 'START_EVENT' && draft.parent?.type === 'PROCESS'
    const correlationKey = extension(messageRef, 'zeebe:Subscription')?.correlationKey
    if (startsProcess) return { kind: 'message', name, correlationKey: undefined }
    if (!correlationKey) {
      reading.problems.add(draft.id, `Its message '${messageRef.name}' needs a correlation key.`)
      return undefined
    }
    return { kind: 'message', name, correlationKey: reading.expression(messageRef, correlationKey) }
  },
  prepare(runtime, owner, event) {
    if (event.event?.kind !== 'message' || event.event.name === undefined || event.event.correlationKey === undefined) {
      throw new TypeError(`'${event.id}' does not wait for a message.`)
    }
    const { correlationKey } = event.event
    const name = evaluateText(event.event.name, owner)
    const key = evaluateAs(correlationKey, lookupIn(owner), ['STRING', 'NUMBER'], (value) =>
      noCorrelationKey(correlationKey, value),
    )
    return () => subscribe(runtime, owner, event, name, String(key))
  },
}

function noCorrelationKey({ text }: Expression, value: unknown): string {
  const must = 'The value must be either a string or a number'
  return `Failed to extract the correlation key for '${text}': ${must}, but was '${resultType(value)}'.`
}
