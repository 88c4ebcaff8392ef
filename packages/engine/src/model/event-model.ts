import type { Expression } from '../feel/expression.ts'

/** What an event or a receive task waits for or throws. Undefined for an event without a definition. */
export type EventModel =
  | TimerEventModel
  | MessageEventModel
  | SignalEventModel
  | ErrorEventModel
  | EscalationEventModel
  | LinkEventModel
  | ConditionalEventModel
  | CompensationEventModel
  | TerminateEventModel

export interface TimerEventModel {
  readonly kind: 'timer'
  /** `cycle` is only for start events and non-interrupting events. */
  readonly timerType: 'date' | 'duration' | 'cycle'
  readonly value: Expression
}

export interface MessageEventModel {
  readonly kind: 'message'
  /** Undefined for an event that sends a message: its job worker knows the name. */
  readonly name: Expression | undefined
  /** Undefined for the start events of a process: every message with the name starts it. */
  readonly correlationKey: Expression | undefined
}

export interface SignalEventModel {
  readonly kind: 'signal'
  readonly name: Expression
}

export interface ErrorEventModel {
  readonly kind: 'error'
  /** Undefined to catch errors with any code. */
  readonly code: Expression | undefined
}

export interface EscalationEventModel {
  readonly kind: 'escalation'
  /** Undefined to catch escalations with any code. */
  readonly code: Expression | undefined
}

export interface LinkEventModel {
  readonly kind: 'link'
  readonly name: string
}

export interface ConditionalEventModel {
  readonly kind: 'conditional'
  readonly condition: Expression
  /** Only a change of one of these variables can trigger the event. */
  readonly variableNames: readonly string[]
  /** The kinds of changes that can trigger it; if empty, all. */
  readonly variableEvents: readonly ('create' | 'update')[]
}

export interface CompensationEventModel {
  readonly kind: 'compensation'
  /** The activity to compensate; undefined for all activities in the scope of the event. */
  readonly activityId: string | undefined
}

export interface TerminateEventModel {
  readonly kind: 'terminate'
}
