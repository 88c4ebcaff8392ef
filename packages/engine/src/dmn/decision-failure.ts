/** Ends the evaluation of a decision. The message says why, as Camunda words it. */
export class DecisionFailure extends Error {
  override name = 'DecisionFailure'
}
