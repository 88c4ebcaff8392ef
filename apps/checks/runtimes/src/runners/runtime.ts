import type { Camunda } from '../host/camunda.ts'
import type { Project } from '../host/project.ts'
import type { Outcome } from '../suite/suite.ts'

/** What a run gave. */
export interface Run {
  /** Of the runtime. */
  readonly version: string
  readonly outcomes: readonly Outcome[]
  /** All that came out of the runtime's console; undefined where nobody can read it. */
  readonly printed: string | undefined
}

/** One row of the table. */
export interface Runtime {
  readonly name: string
  /** Where it comes from when it is missing. */
  readonly from: string
  /** Undefined when it is not on this machine. */
  readonly run: (project: Project, camunda: Camunda) => Promise<Run | undefined>
}
