import type { EvaluatedDecision } from '../dmn/evaluate.ts'
import type { DecisionDefinition } from './decision-definition.ts'
import type { ElementInstance } from './element-instance.ts'

/** One evaluation of a decision, including the decisions that it requires. */
export class DecisionEvaluation {
  readonly sequence: number
  /** The requested decision. */
  readonly definition: DecisionDefinition
  readonly time: number
  /** The business rule task that requested it; undefined if a command did. */
  readonly owner: ElementInstance | undefined
  /** Every evaluated decision, in order. */
  readonly instances: DecisionInstance[] = []

  constructor(sequence: number, definition: DecisionDefinition, time: number, owner: ElementInstance | undefined) {
    this.sequence = sequence
    this.definition = definition
    this.time = time
    this.owner = owner
  }
}

/** One decision of an evaluation. */
export class DecisionInstance {
  readonly evaluation: DecisionEvaluation
  /** Its position among the decisions of the evaluation, from 1. */
  readonly index: number
  readonly definition: DecisionDefinition
  readonly evaluated: EvaluatedDecision
  /** Why the evaluation failed; null if it succeeded. */
  readonly failure: string | null
  /** The next record of the same process instance. */
  next: DecisionInstance | undefined = undefined

  constructor(
    evaluation: DecisionEvaluation,
    definition: DecisionDefinition,
    evaluated: EvaluatedDecision,
    failure: string | null,
  ) {
    this.evaluation = evaluation
    this.index = evaluation.instances.push(this)
    this.definition = definition
    this.evaluated = evaluated
    this.failure = failure
  }

  /** The sequence number of the evaluation. */
  get sequence(): number {
    return this.evaluation.sequence
  }
}
