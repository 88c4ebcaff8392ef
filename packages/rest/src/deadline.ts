import { longestTimer } from './sleep.ts'

/** The end of one call: its time limit and its caller's signal combined. */
export interface Deadline {
  /** Aborts after the time limit or when the caller aborts. */
  readonly signal: AbortSignal
  /** Milliseconds left. */
  remaining(): number
  /**
   * Settles with `promise`, or rejects at the deadline, even if the other side ignores the signal. One at a time: a
   * call waits for one step.
   */
  race<T>(promise: Promise<T>): Promise<T>
  /** Removes the time limit; the caller's signal still applies. */
  stopTimer(): void
  /** Removes the timer and the listener. */
  clear(): void
}

/**
 * Starts the time limit of one call. `onTimeout` creates the error of a timeout.
 *
 * One controller instead of `AbortSignal.any` and `AbortSignal.timeout`: not every runtime has the first, and the
 * second's timer outlives the call.
 */
export function startDeadline(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  now: () => number,
  onTimeout: () => Error,
): Deadline {
  const controller = new AbortController()
  const end = now() + timeoutMs
  let giveUp: (reason: unknown) => void = () => {}
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
    race: (promise) =>
      new Promise((resolve, reject) => {
        giveUp = reject
        if (controller.signal.aborted) reject(controller.signal.reason)
        promise.then(resolve, reject)
      }),
    stopTimer: () => clearTimeout(timer),
    clear,
  }
}
