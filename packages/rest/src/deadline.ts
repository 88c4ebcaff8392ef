import { longestTimer } from './sleep.ts'

/** The end of one call: its time limit and its caller's signal in one. */
export interface Deadline {
  /** Aborts when the time is over or the caller aborts. */
  readonly signal: AbortSignal
  /** Milliseconds left. */
  remaining(): number
  /** Settles as `promise` does, or rejects at the deadline, also if the other side does not listen to the signal. */
  race<T>(promise: T | Promise<T>): Promise<T>
  /** Removes the time limit; the caller's signal still counts. */
  stopTimer(): void
  /** Removes the timer and the listener. */
  clear(): void
}

/**
 * Starts the time limit of one call. `onTimeout` makes the reason of a timeout.
 *
 * One controller instead of `AbortSignal.any` and `AbortSignal.timeout`: not every runtime has the first, and the timer
 * of the second lives on after the call.
 */
export function startDeadline(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  now: () => number,
  onTimeout: () => Error,
): Deadline {
  const controller = new AbortController()
  const end = now() + timeoutMs
  let giveUp: (reason: unknown) => void
  const over = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  // The call may be waiting for something else at that moment.
  over.catch(() => {})
  const stop = (reason: unknown): void => {
    clear()
    controller.abort(reason)
    giveUp(reason)
  }
  const onAbort = (): void => stop(signal?.reason)
  const timer = timeoutMs <= longestTimer ? setTimeout(() => stop(onTimeout()), timeoutMs) : undefined
  const clear = (): void => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    remaining: () => end - now(),
    race: (promise) => Promise.race([promise, over]),
    stopTimer: () => clearTimeout(timer),
    clear,
  }
}
