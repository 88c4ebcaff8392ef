import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Handlers } from '../handler.ts'

/** Evaluates decisions and expressions without a process, and the conditions that start processes. */
export function decisionOperations({ engine }: ClusterEngine): Handlers {
  return {
    'decisionDefinitions.evaluate': ({ body }) => {
      const result = engine.evaluateDecision(body)
      // The API also returns the key of the evaluation under an older name.
      return { ...result, decisionInstanceKey: result.decisionEvaluationKey }
    },
    'decisionInstances.delete': ({ params: { decisionEvaluationKey = '' } }) =>
      engine.deleteDecisionInstances([decisionEvaluationKey]),
    'expressions.evaluate': ({ body }) => ({ ...engine.evaluateExpression(body), referencedSecrets: [] }),
    'conditionals.evaluate': ({ body }) => engine.evaluateConditionals(body),
  }
}
