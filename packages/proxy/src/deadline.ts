import { Refusal } from './refusal.ts'

/** Ends one request: at its time limit, or when the page goes away. */
export interface Deadline {
  /** Aborts with a {@link Refusal} as its reason. */
  readonly signal: AbortSignal
  /**
   * Settles as `run` does, or rejects at the deadline, even if the other side ignores the signal. It only rejects with
   * a {@link Refusal}: that of the deadline, or the one that `refuse` returns for an error of `run`.
   */
  race<T>(run: () => T | Promise<T>, refuse: (error: unknown) => Refusal): Promise<T>
  /** Ends the request now: the page no longer needs its response. */
  abort(): void
  /** Removes the timer and the listener. */
  clear(): void
}

/** One controller instead of `AbortSignal.any`, which not every runtime has. */
export function startDeadline(timeoutMs: number, caller: AbortSignal): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  // There may be no waiting promise at that moment.
  over.catch(() => {})
  const stop = (refusal: Refusal): void => {
    clear()
    controller.abort(refusal)
  }
  const abort = (): void => stop(new Refusal(499, 'aborted'))
  const timer = setTimeout(() => stop(new Refusal(504, 'timeout')), timeoutMs)
  const clear = (): void => {
    clearTimeout(timer)
    caller.removeEventListener('abort', abort)
  }
  if (caller.aborted) abort()
  else caller.addEventListener('abort', abort)
  return {
    signal,
    async race(run, refuse) {
      try {
        return await Promise.race([over, run()])
      } catch (error) {
        throw signal.aborted ? signal.reason : refuse(error)
      }
    },
    abort,
    clear,
  }
}
