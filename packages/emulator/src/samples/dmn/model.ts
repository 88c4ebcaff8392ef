import type { Scalar, Test } from '../feel.ts'

export interface DecisionInput {
  readonly id: string
  readonly name: string
  /** The variable, or the required decision, that the column tests. */
  readonly variable: string
  readonly type: 'string' | 'number' | 'boolean'
  /** Whether the decision fails without it. */
  readonly isRequired?: boolean | undefined
}

export interface DecisionOutput {
  readonly id: string
  readonly label: string
  /** The member of the result, if there is more than one output. */
  readonly name: string
  readonly type: 'string' | 'number' | 'boolean'
}

export interface DecisionRule {
  readonly id: string
  /** One cell per input; undefined matches anything. */
  readonly when: readonly (Test | undefined)[]
  /** One value per output. */
  readonly gives: readonly Scalar[]
}

/** A decision table in which at most one rule may match (hit policy UNIQUE). */
export interface DecisionTable {
  /** Also the name by which other decisions use its result. */
  readonly id: string
  readonly name: string
  readonly inputs: readonly DecisionInput[]
  readonly outputs: readonly DecisionOutput[]
  readonly rules: readonly DecisionRule[]
  /** Ids of the decisions whose results it uses. They come before it in {@link DecisionModel.decisions}. */
  readonly requires?: readonly string[] | undefined
}

/** One version of a decision requirements diagram. */
export interface DecisionModel {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly resourceName: string
  /** Milliseconds after the beginning of the data. */
  readonly deployedAfterMs: number
  readonly decisions: readonly DecisionTable[]
}
