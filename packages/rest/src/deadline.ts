/** What a running call needs to know about its end. */
export interface Deadline {
  /** Aborts when the time is over or the caller aborts. */
  readonly signal: AbortSignal
  /** Milliseconds left. */
  remaining(): number
}

/**
 * Runs `run` until it is done, `timeoutMs` is over or `signal` aborts, whichever is first, and leaves no timer and no
 * listener behind. It ends in time even where something inside does not listen to the signal.
 *
 * One controller instead of `AbortSignal.any` and `AbortSignal.timeout`: not every runtime has the first, and timers
 * of the second live on after the call.
 */
export function withDeadline<T>(
  options: {
    readonly timeoutMs: number
    readonly signal: AbortSignal | undefined
    readonly now: () => number
    readonly onTimeout: () => Error
  },
  run: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const { timeoutMs, signal, now, onTimeout } = options
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const controller = new AbortController()
    const end = now() + timeoutMs
    const stop = (reason: unknown): void => {
      finish()
      reject(reason)
      controller.abort(reason)
    }
    const onAbort = (): void => stop(signal?.reason)
    const timer = timeoutMs < longestTimer ? setTimeout(() => stop(onTimeout()), timeoutMs) : undefined
    const finish = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    run({ signal: controller.signal, remaining: () => end - now() }).then(
      (value) => {
        finish()
        resolve(value)
      },
      (error: unknown) => {
        finish()
        reject(error)
      },
    )
  })
}

/** Timers hold 31 bits; a longer one would fire at once. */
const longestTimer = 2 ** 31
