import type { ElementModel } from '../model/process-model.ts'
import type { DueEntry, DueQueue } from '../run/due-queue.ts'
import type { TimerSchedule } from '../run/timer-schedule.ts'
import type { Subscription } from './subscription.ts'

/** A running timer. */
export class Timer implements Subscription {
  event: ElementModel
  /** When it fires next. */
  dueTime: number
  /** How often it will fire; undefined if it never ends. */
  repetitions: number | undefined
  readonly #due: DueQueue
  readonly #schedule: TimerSchedule
  readonly #onDue: (event: ElementModel) => void
  #entry: DueEntry

  constructor(due: DueQueue, event: ElementModel, schedule: TimerSchedule, onDue: (event: ElementModel) => void) {
    this.event = event
    this.dueTime = schedule.first
    this.repetitions = schedule.repetitions
    this.#due = due
    this.#schedule = schedule
    this.#onDue = onDue
    this.#entry = due.add(this.dueTime, () => this.#fire())
  }

  close(): void {
    this.#due.cancel(this.#entry)
  }

  /** The next due date is set before the event is triggered, since that may close the timer. */
  #fire(): void {
    const left = this.repetitions === undefined ? undefined : this.repetitions - 1
    const next = left === 0 ? undefined : this.#schedule.next(this.dueTime, this.dueTime)
    if (next !== undefined) {
      this.repetitions = left
      this.dueTime = next
      this.#entry = this.#due.add(next, () => this.#fire())
    }
    this.#onDue(this.event)
  }
}
