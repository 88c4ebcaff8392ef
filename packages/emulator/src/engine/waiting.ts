import type { RunningClock } from '../clock.ts'

/** Requests that wait for something to happen, up to a deadline. */
export interface Waiting {
  /**
   * Returns the result of `check` as soon as it is defined; undefined once the clock has reached `deadline`.
   *
   * @throws the signal's reason when the caller aborts.
   */
  until<T>(check: () => T | undefined, deadline: number, signal: AbortSignal | undefined): Promise<T | undefined>
  /** Lets waiting requests check again, because something has happened. The one that has waited longest is first. */
  wake(): void
  /** Lets waiting requests end as if their deadline had passed, because nothing more will happen. */
  end(): void
}

/** How often a waiting request reads a clock that runs by itself, in milliseconds. */
const TICK = 25

export function createWaiting(clock: RunningClock): Waiting {
  let round = 0
  let sleepers: (() => void)[] = []
  const wake = (): void => {
    const awake = sleepers
    sleepers = []
    for (const wakeUp of awake) wakeUp()
  }
  clock.onAdvance(wake)

  function sleep(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        end()
        reject(signal?.reason)
      }
      const wakeUp = (): void => {
        end()
        resolve()
      }
      // `advance` notifies about time that a test advances. Real time must be polled.
      const timer = clock.isReal ? setTimeout(wakeUp, TICK) : undefined
      const end = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        sleepers = sleepers.filter((sleeper) => sleeper !== wakeUp)
      }
      signal?.addEventListener('abort', abort)
      sleepers.push(wakeUp)
    })
  }

  return {
    until: async (check, deadline, signal) => {
      for (const begun = round; begun === round; ) {
        signal?.throwIfAborted()
        const result = check()
        if (result !== undefined || clock.now() >= deadline) return result
        await sleep(signal)
      }
      return undefined
    },
    wake,
    end: () => {
      round += 1
      wake()
    },
  }
}
