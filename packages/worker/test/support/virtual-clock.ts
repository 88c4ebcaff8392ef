import type { Clock } from '../../src/clock.ts'

/** Time that passes only when a test says so. */
export interface VirtualClock extends Clock {
  /** Lets time pass, and everything happen that is due in it, in order. */
  advance(ms: number): Promise<void>
  /** A clock of the same time that counts its own timers. */
  part(): Clock & { readonly timers: number }
}

interface Timer {
  readonly at: number
  readonly callback: () => void
}

/** Lets all promises settle that need no timer. */
const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** @param settle - Resolves when nothing happens any more before time passes. */
export function createVirtualClock(settle: () => Promise<void> = flush): VirtualClock {
  let now = 0
  const timers = new Set<Timer>()
  const setTimer = (callback: () => void, ms: number): Timer => {
    const timer = { at: now + ms, callback }
    timers.add(timer)
    return timer
  }
  const earliest = (): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) if (!first || timer.at < first.at) first = timer
    return first
  }
  return {
    now: () => now,
    setTimeout: setTimer,
    clearTimeout: (timer) => void timers.delete(timer as Timer),
    part() {
      const own = new Set<unknown>()
      return {
        now: () => now,
        setTimeout(callback, ms) {
          const timer = setTimer(() => {
            own.delete(timer)
            callback()
          }, ms)
          own.add(timer)
          return timer
        },
        clearTimeout(timer) {
          own.delete(timer)
          timers.delete(timer as Timer)
        },
        get timers() {
          return own.size
        },
      }
    },
    async advance(ms) {
      const end = now + ms
      await settle()
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        timers.delete(next)
        now = Math.max(now, next.at)
        next.callback()
        await settle()
      }
      now = end
    },
  }
}
