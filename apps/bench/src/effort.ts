import type { JobSlices } from './jobs/measure-jobs.ts'
import type { Slices } from './speed/measure-requests.ts'
import type { TypeEffort } from './weight/measure-types.ts'

/** How much to measure. More makes the figures more stable. */
export interface Effort {
  readonly headers: { readonly processes: number; readonly rounds: number; readonly iterations: number }
  readonly requests: Slices
  readonly frontDoor: { readonly rounds: number; readonly calls: number }
  readonly jobs: JobSlices
  readonly engine: { readonly instances: number; readonly rounds: number }
  readonly pages: Slices
  /** Rounds of checks of 500 items. */
  readonly checks: number
  readonly json: { readonly items: number; readonly rounds: number }
  /** Starts of each program. */
  readonly imports: number
  readonly overRest: number
  readonly types: TypeEffort
  /** Workers of the simulated fleet. */
  readonly workers: number
}

/**
 * The effort for the committed figures. Slices take turns, so that a disturbance hits all clients alike. Shorter slices
 * and warm-ups measure code that is not compiled yet: a typed call then reached 0.5 of raw fetch instead of 0.8.
 */
export const fullEffort: Effort = {
  headers: { processes: 3, rounds: 101, iterations: 10_000 },
  requests: { rounds: 8, forMs: 250, warmUpMs: 4000 },
  frontDoor: { rounds: 301, calls: 100 },
  jobs: { rounds: 7, forMs: 500, warmUpMs: 4000, singles: 15 },
  engine: { instances: 10_000, rounds: 5 },
  pages: { rounds: 8, forMs: 250, warmUpMs: 3000 },
  checks: 501,
  json: { items: 35_000, rounds: 9 },
  imports: 7,
  overRest: 9,
  types: { rounds: 2 },
  workers: 10_000,
}

/** For a quick look. */
export const quickEffort: Effort = {
  headers: { processes: 1, rounds: 31, iterations: 10_000 },
  requests: { rounds: 5, forMs: 50, warmUpMs: 500 },
  frontDoor: { rounds: 101, calls: 50 },
  jobs: { rounds: 3, forMs: 300, warmUpMs: 1000, singles: 5 },
  engine: { instances: 10_000, rounds: 3 },
  pages: { rounds: 5, forMs: 60, warmUpMs: 200 },
  checks: 51,
  json: { items: 3500, rounds: 9 },
  imports: 3,
  overRest: 3,
  types: { rounds: 1 },
  workers: 1000,
}

/** Everything once, to check that it works. The figures are meaningless. */
export const smokeEffort: Effort = {
  headers: { processes: 1, rounds: 1, iterations: 100 },
  requests: { rounds: 1, forMs: 10, warmUpMs: 10 },
  frontDoor: { rounds: 3, calls: 10 },
  jobs: { rounds: 1, forMs: 50, warmUpMs: 50, singles: 1 },
  engine: { instances: 1000, rounds: 1 },
  pages: { rounds: 1, forMs: 1, warmUpMs: 1 },
  checks: 3,
  json: { items: 350, rounds: 1 },
  imports: 1,
  overRest: 1,
  types: { rounds: 1, programs: 1 },
  workers: 20,
}
