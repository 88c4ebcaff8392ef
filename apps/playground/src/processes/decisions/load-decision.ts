import type { DecisionDefinition, DecisionInstance, OperateClient } from '@x/operate'
import { type Collected, collect } from '../collect.ts'

/** The most definitions that are looked at. */
const MOST = 1000

export function loadDecisions(operate: OperateClient, signal: AbortSignal): Promise<Collected<DecisionDefinition>> {
  const query = { sort: [{ field: 'name' }, { field: 'version', order: 'DESC' }], size: 500 } as const
  return collect((options) => operate.decisionDefinitions.searchAll(query, options), MOST, signal)
}

export interface LoadedDecision {
  readonly definition: DecisionDefinition
  readonly xml: string
}

export async function loadDecision(operate: OperateClient, key: string, signal: AbortSignal): Promise<LoadedDecision> {
  const definition = await operate.decisionDefinitions.get(key, { signal })
  return { definition, xml: await operate.decisionRequirements.getXml(definition.decisionRequirementsKey, { signal }) }
}

export interface LoadedEvaluation {
  readonly evaluation: DecisionInstance
  /** Undefined where the answer does not say which version was evaluated. */
  readonly decision: LoadedDecision | undefined
}

export async function loadEvaluation(
  operate: OperateClient,
  id: string,
  signal: AbortSignal,
): Promise<LoadedEvaluation> {
  const evaluation = await operate.decisionInstances.get(id, { signal })
  const { decisionDefinitionId } = evaluation
  return {
    evaluation,
    decision: decisionDefinitionId ? await loadDecision(operate, decisionDefinitionId, signal) : undefined,
  }
}

/** The name of a decision, or its id where it has none. */
export function decisionTitle({ name, decisionId }: Pick<DecisionDefinition, 'name' | 'decisionId'>): string {
  return name || decisionId
}
