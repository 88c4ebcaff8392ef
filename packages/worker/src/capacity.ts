import type { JobType } from './settings.ts'

/**
 * The slots of a worker. A slot is free, reserved by an open poll, or held by a job from its arrival until the server
 * has confirmed its end or its timeout has passed. A poll never requests more jobs than there are free slots, so
 * `maxJobs` is never exceeded.
 */
export interface Capacity {
  readonly free: number
  readonly reserved: number
  readonly held: number
  /** Jobs whose end is being confirmed: their slots will soon be free. */
  settling: number
  /** Returns how many jobs of a type may still be requested. */
  freeFor(type: JobType): number
  reserve(type: JobType, count: number): void
  /** Called when a poll has ended: `jobs` of its reserved slots are held, the others are free. */
  take(type: JobType, count: number, jobs: number): void
  release(type: JobType): void
}

export function createCapacity(maxJobs: number): Capacity {
  const used = new Map<JobType, number>()
  let reserved = 0
  let held = 0
  const use = (type: JobType, change: number): void => void used.set(type, (used.get(type) ?? 0) + change)
  const free = (): number => Math.max(0, maxJobs - reserved - held)
  return {
    settling: 0,
    get free() {
      return free()
    },
    get reserved() {
      return reserved
    },
    get held() {
      return held
    },
    freeFor: (type) => Math.max(0, Math.min(free(), type.maxJobs - (used.get(type) ?? 0))),
    reserve(type, count) {
      reserved += count
      use(type, count)
    },
    take(type, count, jobs) {
      reserved -= count
      held += jobs
      use(type, jobs - count)
    },
    release(type) {
      held--
      use(type, -1)
    },
  }
}
