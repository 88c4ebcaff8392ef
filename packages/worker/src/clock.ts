/** The worker's clock. Tests pass their own. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(timer: unknown): void
}

/** The time of the runtime. It does not jump when the system's clock is set. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}

/** Timers have 31 bits; a longer one would fire at once. */
export const longestTimer: number = 2 ** 31 - 1

/** Waits for `ms` or until the signal aborts. Leaves no timer or listener behind. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = (): void => {
      clock.clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = clock.setTimeout(done, Math.min(ms, longestTimer))
    signal.addEventListener('abort', done, { once: true })
  })
}
