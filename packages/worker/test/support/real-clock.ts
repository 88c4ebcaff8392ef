import type { Clock } from '../../src/clock.ts'

/** The time of this process, for a job server of workers in other processes. No timer keeps the process. */
export const realClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
}
