import type { EventModel } from '../model/event-model.ts'
import type { ElementModel } from '../model/process-model.ts'
import { evaluateText } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import type { Runtime } from '../run/runtime.ts'
import { ACTIVATED, type ElementInstance, type LiveState } from '../state/element-instance.ts'
import { MessageSubscription } from '../state/message-subscription.ts'
import type { Subscription } from '../state/subscription.ts'
import { conflict, type Migration, targetOfEvent } from './migration.ts'

/** How a migration changes the subscriptions of an element instance. */
export interface SubscriptionPlan {
  /** Subscriptions that stay open, each with its event in the target definition. */
  readonly kept: ReadonlyMap<Subscription, ElementModel>
  readonly closed: ReadonlySet<Subscription>
  readonly opened: readonly (() => Subscription)[]
}

/**
 * Keeps the subscriptions to mapped events, closes the other ones of the source, and opens the other ones of the
 * target.
 */
export function planSubscriptions(
  runtime: Runtime,
  migration: Migration,
  instance: ElementInstance,
  target: ElementModel,
): SubscriptionPlan {
  const { subscriptions = [], isInterrupted, isTriggered } = instance.live as LiveState
  const kept = new Map<Subscription, ElementModel>()
  const closed = new Set<Subscription>()
  for (const subscription of subscriptions) {
    const isOwn = subscription.event === instance.element
    const event = isOwn ? target : targetOfEvent(migration, subscription.event)
    if (event === undefined) closed.add(subscription)
    else kept.set(subscription, event)
  }
  if (instance.phase !== ACTIVATED || isInterrupted || isTriggered) return { kept, closed, opened: [] }
  const mapped = new Set(migration.mapping.values())
  const added = target.catches.filter((event) => event !== target && !mapped.has(event.id))
  return { kept, closed, opened: added.map((event) => prepare(runtime, instance, event, kept)) }
}

function prepare(
  runtime: Runtime,
  instance: ElementInstance,
  event: ElementModel,
  kept: SubscriptionPlan['kept'],
): () => Subscription {
  const model = event.event as EventModel
  const problem = `'${instance.element.id}' would wait for the event '${event.id}' from now on, but`
  try {
    if (model.kind === 'message' && model.name !== undefined) {
      const name = evaluateText(model.name, instance)
      if ([...kept.keys()].some((other) => other instanceof MessageSubscription && other.name === name)) {
        throw conflict(
          `${problem} it waits for the message '${name}' already. Map the event that does to '${event.id}'.`,
        )
      }
    }
    const open = runtime.eventKinds[model.kind].prepare?.(runtime, instance, event)
    if (open === undefined) throw new TypeError(`'${event.id}' waits for nothing.`)
    return open
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw conflict(`${problem} what it would wait for is unclear. ${error.message}`)
  }
}
