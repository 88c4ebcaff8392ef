import type { ElementModel } from '../model/process-model.ts'

/** An event that an element instance waits for: a timer, a message, a signal or a condition. */
export interface Subscription {
  /** The element that the event triggers. A migration changes it. */
  event: ElementModel
  /** Stops waiting. */
  close(): void
}
