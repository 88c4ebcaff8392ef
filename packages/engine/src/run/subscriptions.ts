import type { EventModel } from '../model/event-model.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import type { Subscription } from '../state/subscription.ts'
import type { Runtime } from './runtime.ts'

/**
 * Returns functions that open the subscriptions of an element instance. Throws a `Failure` if one of its events cannot
 * be evaluated.
 */
export function prepareSubscriptions(runtime: Runtime, instance: ElementInstance): (() => Subscription)[] {
  const live = instance.live as LiveState
  // An element that was triggered by its event does not wait for it again.
  const events = instance.element.catches.filter((event) => event !== instance.element || !live.isTriggered)
  return events.flatMap((event) => {
    const prepare = runtime.eventKinds[(event.event as EventModel).kind].prepare
    return prepare === undefined ? [] : [prepare(runtime, instance, event)]
  })
}

export function openSubscriptions(instance: ElementInstance, prepared: readonly (() => Subscription)[]): void {
  for (const open of prepared) {
    const { live } = instance
    // The list must exist first, since opening a subscription may trigger the event immediately.
    if (live === undefined) return
    live.subscriptions ??= []
    live.subscriptions.push(open())
  }
}

/** Closes all subscriptions, or those whose event `isClosed` selects. */
export function closeSubscriptions(
  instance: ElementInstance,
  isClosed: (subscription: Subscription) => boolean = () => true,
): void {
  const subscriptions = instance.live?.subscriptions
  if (subscriptions === undefined) return
  const kept: Subscription[] = []
  for (const subscription of subscriptions) {
    if (isClosed(subscription)) subscription.close()
    else kept.push(subscription)
  }
  if (instance.live !== undefined) instance.live.subscriptions = kept
}
