/** Timers hold 31 bits; a longer one would fire at once. */
export const longestTimer: number = 2 ** 31 - 1

/** Waits, at most {@link longestTimer}, or rejects with the signal's own `reason`; leaves no timer and no listener behind. */
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
