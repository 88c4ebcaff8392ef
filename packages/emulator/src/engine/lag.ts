import type { EmulatorClock } from '../clock.ts'

/** Lets reads lag behind commands, like the real server's secondary storage. */
export interface Lag {
  /** Makes a change visible after the lag. Changes become visible in the order of the commands. */
  later(show: () => unknown): void
  /** Makes the changes visible that are due now, or at another time. */
  settle(until?: number): Promise<void>
  /** The lag in milliseconds. */
  readonly ms: number
}

/** @param ms - In milliseconds of the clock. With 0, changes are visible immediately. */
export function createLag(clock: EmulatorClock, ms: number): Lag {
  const waiting: { readonly due: number; readonly show: () => unknown }[] = []
  let settled = Promise.resolve()
  async function show(until: number): Promise<void> {
    while (waiting[0] && waiting[0].due <= until) await waiting.shift()?.show()
  }
  return {
    ms,
    later: (change) => {
      if (ms === 0) void change()
      else waiting.push({ due: clock.now() + ms, show: change })
    },
    settle: (until = clock.now()) => {
      // Sequentially, since a change may take a while.
      settled = settled.then(() => show(until))
      return settled
    },
  }
}
