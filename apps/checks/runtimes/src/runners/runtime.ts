import type { Camunda } from '../host/camunda.ts'
import type { Project } from '../host/project.ts'
import type { Outcome } from '../suite/suite.ts'

/** The result of a run. */
export interface Run {
  /** Version of the runtime. */
  readonly version: string
  readonly outcomes: readonly Outcome[]
  /** Everything that was printed to the console of the runtime; undefined if it cannot be captured. */
  readonly printed: string | undefined
}

/** One row of the table. */
export interface Runtime {
  readonly name: string
  /** How to get the runtime if it is missing. */
  readonly from: string
  /** Undefined if it is not installed on this machine. */
  readonly run: (project: Project, camunda: Camunda) => Promise<Run | undefined>
}
