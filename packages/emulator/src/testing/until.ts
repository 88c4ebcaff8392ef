import type { Engine } from '@x/engine'
import type { EmulatorClock } from '../clock.ts'
import type { Journal } from '../journal.ts'

/** What to watch: an emulator, or an object with an engine. */
export interface Watched {
  readonly engine: Engine
  /** Notifies when something may have happened. */
  readonly journal?: Pick<Journal, 'subscribe'> | undefined
  readonly clock?: Pick<EmulatorClock, 'onAdvance'> | undefined
}

export interface WaitOptions {
  /**
   * How long to wait, such as `AbortSignal.timeout(5000)` or the signal of the test. @defaultValue no waiting: only the
   * current state is checked
   */
  readonly signal?: AbortSignal | undefined
}

/**
 * Repeats `assertion` after each request that the emulator has responded to and each advance of its clock, until it
 * passes, `isOver` returns true, or the signal aborts. Rejects with the latest error of the assertion. Sets no timer.
 */
export async function until<T>(
  { journal, clock }: Watched,
  assertion: () => T,
  { signal }: WaitOptions,
  isOver: () => boolean = () => false,
): Promise<T> {
  for (;;) {
    try {
      return assertion()
    } catch (error) {
      if (journal === undefined || signal === undefined || signal.aborted || isOver()) throw error
    }
    await nextChange(journal, clock, signal)
  }
}

/** Resolves after the next request or advance of the clock, or when the signal aborts. */
function nextChange(
  journal: Pick<Journal, 'subscribe'>,
  clock: Pick<EmulatorClock, 'onAdvance'> | undefined,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      unsubscribe()
      ignoreClock?.()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const unsubscribe = journal.subscribe(wake)
    const ignoreClock = clock?.onAdvance(wake)
    signal.addEventListener('abort', wake)
  })
}
