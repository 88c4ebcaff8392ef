import type { Outcome, Step } from '../child/play.ts'
import type { Counts, Plan } from '../server/plan.ts'

/** Processes that start together and share one folder. */
export interface Round {
  readonly processes: number
  readonly steps: readonly Step[]
  /** True for another token endpoint than in the round before, with the same client id and audience. */
  readonly otherServer?: boolean | undefined
}

/** A row of the table: a situation, the minimum number of requests, and whether the outcome is right. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly least: string
  readonly isLeast: (result: Result) => boolean
  /** Whether to report how long the longest call took. */
  readonly longest?: boolean | undefined
}

/** A situation and its rounds. */
export interface Scenario extends Row {
  readonly plan: Plan
  readonly rounds: readonly Round[]
  /** The row for the first of two rounds. The scenario's own row is for the last one. */
  readonly firstRow?: Row | undefined
  readonly wrongSecret?: boolean | undefined
  readonly clockErrorMs?: number | undefined
  /** When to stop waiting. */
  readonly limitMs: number
  /** Part of `--quick`. */
  readonly quick?: boolean | undefined
  /** Needs both cores, so nothing runs next to it. */
  readonly alone?: boolean | undefined
  /** Measures fractions of a second, so at most one other of its kind runs at the same time. */
  readonly apart?: boolean | undefined
}

/** The outcome of one round. */
export interface Result extends Outcome {
  readonly counts: Counts
}

/** Returns the rows of a scenario, in the order of its rounds. */
export function rowsOf(scenario: Scenario): readonly Row[] {
  return scenario.firstRow ? [scenario.firstRow, scenario] : [scenario]
}
