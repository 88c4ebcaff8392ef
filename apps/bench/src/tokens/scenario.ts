import type { Outcome, Step } from '../child/play.ts'
import type { Counts, Plan } from '../server/plan.ts'

/** Processes that start together and share one folder. */
export interface Round {
  readonly processes: number
  readonly steps: readonly Step[]
  /** Another token endpoint than the round before, for the same client id and audience. */
  readonly otherServer?: boolean | undefined
}

/** A line of the table: a situation, the least that it takes, and whether that is what happened. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly least: string
  readonly isLeast: (result: Result) => boolean
  /** Whether to tell how long the longest call took. */
  readonly longest?: boolean | undefined
}

/** A situation, played. */
export interface Scenario extends Row {
  readonly plan: Plan
  readonly rounds: readonly Round[]
  /** What the first of two rounds is the measure of; the scenario's own line is about the last. */
  readonly firstRow?: Row | undefined
  readonly wrongSecret?: boolean | undefined
  readonly clockErrorMs?: number | undefined
  /** When to stop waiting. */
  readonly limitMs: number
  /** Part of `--quick`. */
  readonly quick?: boolean | undefined
  /** Needs both cores; nothing runs beside it. */
  readonly alone?: boolean | undefined
  /** Tells by fractions of a second: all clients at once, and no other scenario beside it. */
  readonly apart?: boolean | undefined
}

/** What happened in one round. */
export interface Result extends Outcome {
  readonly counts: Counts
}

/** The lines of the table that a scenario gives, in the order of its rounds. */
export function rowsOf(scenario: Scenario): readonly Row[] {
  return scenario.firstRow ? [scenario.firstRow, scenario] : [scenario]
}
