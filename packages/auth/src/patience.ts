/**
 * Added to every wait, and more if the timer is late: a process that was held up or frozen itself hears a result that may
 * be there already.
 */
const GRACE_MS = 50

/** Waits for `running`, but no longer than `ms`; then rejects with what `late` returns. Leaves no timer behind. */
export async function patiently<T>(running: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    const due = performance.now() + ms
    timer = setTimeout(() => {
      timer = setTimeout(() => reject(late()), GRACE_MS + performance.now() - due)
    }, ms)
  })
  try {
    return await Promise.race([running, over])
  } finally {
    clearTimeout(timer)
  }
}
