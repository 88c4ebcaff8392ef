/**
 * Added to every wait, and more if the timer is late: after the process itself was paused, the result may already be
 * there.
 */
const GRACE_MS = 50

/** Waits for `running` for at most `ms`, then rejects with what `late` returns. Leaves no timer behind. */
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
