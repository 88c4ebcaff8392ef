import type { ElementDraft, Reading } from '../model/draft.ts'
import type { EventModel } from '../model/event-model.ts'
import type { ModdleElement } from '../model/moddle.ts'
import type { ElementModel } from '../model/process-model.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { Subscription } from '../state/subscription.ts'

/** How one kind of event definition is read, and how it waits. */
export interface EventKind {
  readonly kind: EventModel['kind']
  /** Reads the definition. Returns undefined if it is invalid, and reports that as a problem of the element. */
  read(definition: ModdleElement, draft: ElementDraft, reading: Reading): EventModel | undefined
  /**
   * For events that are triggered from outside: evaluates what `event` waits for, and returns a function that starts
   * waiting. May throw a `Failure`, and must not change anything. `owner` is the element instance that is active while
   * the event waits: the event itself, the activity of a boundary event, the scope of an event sub-process, or an
   * event-based gateway.
   */
  prepare?(runtime: Runtime, owner: ElementInstance, event: ElementModel): () => Subscription
}
