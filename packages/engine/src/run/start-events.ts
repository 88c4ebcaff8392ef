import type { Expression } from '../feel/expression.ts'
import type { ConditionalEventModel } from '../model/event-model.ts'
import type { ElementModel, ProcessModel } from '../model/process-model.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import { SignalSubscription } from '../state/signal-subscription.ts'
import type { Subscription } from '../state/subscription.ts'
import { Timer } from '../state/timer.ts'
import { evaluateFeel, evaluateTextWith } from './evaluate.ts'
import { subscribeStart } from './messages.ts'
import { startProcess } from './process-instances.ts'
import type { Runtime } from './runtime.ts'
import { readSchedule, type TimerSchedule } from './timer-schedule.ts'

/** What a start event of a process waits for, evaluated without variables. */
type StartTrigger =
  | { readonly kind: 'message' | 'signal'; readonly name: string }
  | { readonly kind: 'timer'; readonly schedule: TimerSchedule }

/** The start events of a process that are triggered from outside. */
export function startEventsOf({ root }: ProcessModel): readonly ElementModel[] {
  return root.children.filter(
    ({ type, event }) => type === 'START_EVENT' && event !== undefined && event.kind !== 'conditional',
  )
}

/** The conditional start events, which only a command evaluates: a process without an instance has no variables. */
export function conditionalStartsOf({
  root,
}: ProcessModel): readonly { readonly event: ElementModel; readonly conditional: ConditionalEventModel }[] {
  return root.children.flatMap((event) =>
    event.type === 'START_EVENT' && event.event?.kind === 'conditional' ? [{ event, conditional: event.event }] : [],
  )
}

/** Throws a `Failure` if what the event waits for cannot be evaluated. */
export function evaluateStart({ id, event }: ElementModel, now: number): StartTrigger {
  if ((event?.kind === 'message' && event.name !== undefined) || event?.kind === 'signal') {
    return { kind: event.kind, name: evaluateTextWith(event.name as Expression, noVariables) }
  }
  if (event?.kind !== 'timer') throw new TypeError(`'${id}' cannot start a process.`)
  return { kind: 'timer', schedule: readSchedule(event, evaluateFeel(event.value, noVariables), now) }
}

const noVariables = (): undefined => undefined

/** From now on, this version of a process, if there is one, is started by its events, and the previous one is not. */
export function openStartEvents(
  runtime: Runtime,
  definition: ProcessDefinition | undefined,
  previous: ProcessDefinition | undefined,
): void {
  for (const subscription of previous?.startSubscriptions ?? []) subscription.close()
  if (previous !== undefined) previous.startSubscriptions = []
  if (definition === undefined) return
  definition.startSubscriptions = startEventsOf(definition.model).map((event) => open(runtime, definition, event))
}

function open(runtime: Runtime, definition: ProcessDefinition, event: ElementModel): Subscription {
  const trigger = evaluateStart(event, runtime.now)
  switch (trigger.kind) {
    case 'message':
      return subscribeStart(runtime, definition, event, trigger.name)
    case 'signal':
      return new SignalSubscription(runtime.signals, definition.tenantId, trigger.name, event, definition)
    case 'timer':
      return new Timer(runtime.due, event, trigger.schedule, () => {
        startProcess(runtime, { definition, trigger: { event, variables: undefined } })
      })
  }
}
