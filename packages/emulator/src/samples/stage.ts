import type { Engine } from '@x/engine'
import type { Random } from './random.ts'

/** The environment of the sample processes, which workers, people, customers and operators act on. */
export interface Stage {
  /** The engine that executes their commands. */
  readonly engine: Engine
  readonly random: Random
  /** Whether the worker for a job type is currently down. */
  isDown(jobType: string): boolean
  /** Schedules an action after this many milliseconds. */
  after(ms: number, action: () => void): void
}
