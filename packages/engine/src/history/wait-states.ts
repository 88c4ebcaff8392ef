import { keyOf, sequenceOf } from '../keys.ts'
import type { ElementType } from '../model/process-model.ts'
import { ConditionSubscription } from '../state/condition-subscription.ts'
import { ElementInstance } from '../state/element-instance.ts'
import type { JobKind, ListenerEventType } from '../state/job.ts'
import { MessageSubscription } from '../state/message-subscription.ts'
import { SignalSubscription } from '../state/signal-subscription.ts'
import type { Store } from '../state/store.ts'
import type { Subscription } from '../state/subscription.ts'
import { Timer } from '../state/timer.ts'

/** What an element instance waits for. */
export type WaitStateDetails =
  | {
      readonly waitStateType: 'JOB'
      readonly jobKey: string
      readonly jobType: string
      readonly jobKind: JobKind
      readonly listenerEventType: ListenerEventType
      readonly retries: number
    }
  | { readonly waitStateType: 'MESSAGE'; readonly messageName: string; readonly correlationKey: string | null }
  | { readonly waitStateType: 'USER_TASK'; readonly taskKey: string; readonly dueDate: string | null }
  /** `dueDate` is in milliseconds since 1970. `repetitions` is -1 if they never end, and 0 if it does not repeat. */
  | { readonly waitStateType: 'TIMER'; readonly dueDate: number; readonly repetitions: number }
  | { readonly waitStateType: 'SIGNAL'; readonly signalName: string }
  | {
      readonly waitStateType: 'CONDITION'
      readonly expression: string
      readonly events: readonly ('create' | 'update')[]
    }

export interface WaitStateRecord {
  readonly elementInstanceKey: string
  readonly elementId: string
  readonly elementType: ElementType
  readonly processInstanceKey: string
  readonly rootProcessInstanceKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
  readonly details: WaitStateDetails
}

/**
 * What active element instances wait for before they can continue, oldest first: a job, a user task, or their own
 * event. Boundary events and the events of event sub-processes are not included.
 */
export interface WaitStates extends Iterable<WaitStateRecord> {
  /** The wait states of one process instance. */
  of(processInstanceKey: string): Iterable<WaitStateRecord>
}

export function waitStates(store: Store): WaitStates {
  return {
    *of(processInstanceKey) {
      const root = store.find(ElementInstance, sequenceOf(processInstanceKey))
      if (root?.parent !== undefined) return
      for (let at = root; at !== undefined; at = at.next) yield* waitsOf(at)
    },
    *[Symbol.iterator]() {
      for (const root of store.processInstances) yield* waitsOf(root)
      for (const instance of store.elementInstances) yield* waitsOf(instance)
    },
  }
}

function* waitsOf(instance: ElementInstance): Generator<WaitStateRecord> {
  const { element, processInstance, live } = instance
  if (live === undefined) return
  const { definition, root, top } = processInstance
  for (const details of detailsOf(instance)) {
    yield {
      elementInstanceKey: keyOf(instance.sequence),
      elementId: element.id,
      elementType: element.type,
      processInstanceKey: keyOf(root.sequence),
      rootProcessInstanceKey: keyOf(top.sequence),
      processDefinitionId: definition.id,
      tenantId: definition.tenantId,
      details,
    }
  }
}

function detailsOf({ element, live }: ElementInstance): WaitStateDetails[] {
  const { job, userTask, subscriptions = [] } = live ?? {}
  const isGateway = element.type === 'EVENT_BASED_GATEWAY'
  const own = subscriptions.filter(({ event }) => event === element || isGateway)
  return [
    ...(job === undefined
      ? []
      : [
          {
            waitStateType: 'JOB',
            jobKey: keyOf(job.sequence),
            jobType: job.type,
            jobKind: job.kind,
            listenerEventType: job.listenerEventType,
            retries: job.retries,
          } as const,
        ]),
    ...(userTask === undefined
      ? []
      : [
          {
            waitStateType: 'USER_TASK',
            taskKey: keyOf(userTask.sequence),
            dueDate: userTask.attributes.dueDate,
          } as const,
        ]),
    ...own.flatMap((subscription) => eventDetails(subscription)),
  ]
}

function eventDetails(subscription: Subscription): WaitStateDetails[] {
  if (subscription instanceof MessageSubscription) {
    const { name: messageName, correlationKey } = subscription
    return [{ waitStateType: 'MESSAGE', messageName, correlationKey }]
  }
  if (subscription instanceof SignalSubscription) {
    return [{ waitStateType: 'SIGNAL', signalName: subscription.name }]
  }
  if (subscription instanceof ConditionSubscription) {
    const { condition, variableEvents: events } = subscription.conditional
    return [{ waitStateType: 'CONDITION', expression: `=${condition.text}`, events }]
  }
  return subscription instanceof Timer ? [timerDetails(subscription)] : []
}

function timerDetails({ event: { event }, dueTime, repetitions }: Timer): WaitStateDetails {
  const repeats = event?.kind === 'timer' && event.timerType === 'cycle'
  return { waitStateType: 'TIMER', dueDate: dueTime, repetitions: repeats ? (repetitions ?? -1) : 0 }
}
