/** Timers have 31 bits; a longer one would fire at once. */
export const longestTimer: number = 2 ** 31 - 1

/** Waits for at most 2^31 - 1 ms, or rejects with the signal's own `reason`. Leaves no timer or listener behind. */
export function sleep(ms: number, signal?: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      },
      Math.min(ms, longestTimer),
    )
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
