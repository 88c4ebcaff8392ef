/** Stands for a result that did not come in time. */
export const LATE: unique symbol = Symbol('late')

/**
 * Added to every wait, for a process that was held up or frozen itself: the result may be there already, and is heard
 * before this is over.
 */
const GRACE_MS = 50

/** Waits for `running`, but no longer than `ms`. Leaves no timer behind. */
export async function patiently<T>(running: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => {
      timer = setTimeout(resolve, GRACE_MS, LATE)
    }, ms)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}
