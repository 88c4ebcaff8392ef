/** Stands for a result that did not come in time. */
export const LATE: unique symbol = Symbol('late')

/**
 * Added to every wait, and more if the timer is late: a process that was held up or frozen itself hears a result that may
 * be there already.
 */
const GRACE_MS = 50

/** Waits for `running`, but no longer than `ms`. Leaves no timer behind. */
export async function patiently<T>(running: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    const due = performance.now() + ms
    timer = setTimeout(() => {
      timer = setTimeout(resolve, GRACE_MS + performance.now() - due, LATE)
    }, ms)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}
