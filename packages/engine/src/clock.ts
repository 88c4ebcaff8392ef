/** A source of time in milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** Start time of an engine that has no clock option: the same for every run. */
const DEFAULT_START: number = Date.UTC(2026, 0, 1)

/** The engine's time: the time of its source, plus what `advance` added. */
export class EngineClock implements Clock {
  readonly #source: Clock
  #shift = 0
  #pinned: number | undefined

  constructor(source: Clock = { now: () => DEFAULT_START }) {
    this.#source = source
  }

  now(): number {
    return this.#pinned ?? this.#source.now() + this.#shift
  }

  advance(ms: number): void {
    this.#shift += ms
  }

  /** Runs `work` at a given time, so that what was due earlier gets the date it would have had. */
  at(time: number, work: () => void): void {
    const before = this.#pinned
    this.#pinned = time
    try {
      work()
    } finally {
      this.#pinned = before
    }
  }
}
