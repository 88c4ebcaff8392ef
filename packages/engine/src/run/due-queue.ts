import { Heap } from './heap.ts'

/** Something that is due at a time: a timer, the timeout or backoff of a job, the expiry of a message. */
export interface DueEntry {
  readonly time: number
  readonly order: number
  /** Undefined once it is canceled. */
  fire: (() => void) | undefined
}

/** Canceled entries are removed once there are this many, and at least as many as active ones. */
const LEAST_CANCELED = 256

/** Due entries, in order of time, then of age. */
export class DueQueue {
  readonly #heap = new Heap<DueEntry>((a, b) => a.time < b.time || (a.time === b.time && a.order < b.order))
  #order = 0
  #canceled = 0

  add(time: number, fire: () => void): DueEntry {
    const entry: DueEntry = { time, order: this.#order++, fire }
    this.#heap.push(entry)
    return entry
  }

  cancel(entry: DueEntry | undefined): void {
    if (entry?.fire === undefined) return
    entry.fire = undefined
    this.#canceled += 1
    if (this.#canceled < LEAST_CANCELED || this.#canceled * 2 < this.#heap.size) return
    this.#heap.retain(({ fire }) => fire !== undefined)
    this.#canceled = 0
  }

  /** Removes and returns the first entry that is due by this time. */
  take(time: number): DueEntry | undefined {
    for (let first = this.#heap.peek(); first !== undefined && first.time <= time; first = this.#heap.peek()) {
      this.#heap.pop()
      if (first.fire !== undefined) return first
      this.#canceled -= 1
    }
    return undefined
  }

  /** When the next entry is due; undefined if nothing is. */
  get nextTime(): number | undefined {
    for (let first = this.#heap.peek(); first !== undefined; first = this.#heap.peek()) {
      if (first.fire !== undefined) return first.time
      this.#heap.pop()
      this.#canceled -= 1
    }
    return undefined
  }
}
