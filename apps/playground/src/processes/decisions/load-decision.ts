import type { DecisionDefinition, DecisionInstanceDetails } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { type Collected, collect } from '../collect.ts'

/** Maximum number of definitions loaded. */
const MOST = 1000

export function loadDecisions(cluster: Cluster, signal: AbortSignal): Promise<Collected<DecisionDefinition>> {
  const query = { sort: [{ field: 'name' }, { field: 'version', order: 'DESC' }], page: { limit: 500 } } as const
  return collect((options) => cluster.decisionDefinitions.searchAll(query, options), MOST, signal)
}

/** A decision with all its deployed versions, newest first. */
export interface DecisionVersions {
  readonly decisionDefinitionId: string
  readonly versions: readonly [DecisionDefinition, ...DecisionDefinition[]]
}

/** Groups versions by decision, in the order of the newest. Two tenants can have decisions with the same ID. */
export function groupDecisions(definitions: readonly DecisionDefinition[]): readonly DecisionVersions[] {
  const groups = Map.groupBy(definitions, ({ tenantId, decisionDefinitionId }) =>
    JSON.stringify([tenantId, decisionDefinitionId]),
  )
  return [...groups.values()]
    .map((versions) => versions.toSorted((a, b) => b.version - a.version))
    .filter((versions): versions is [DecisionDefinition, ...DecisionDefinition[]] => versions.length > 0)
    .map((versions) => ({ decisionDefinitionId: versions[0].decisionDefinitionId, versions }))
}

/** Loads all versions of a decision, newest first. */
export async function loadDecisionVersions(
  cluster: Cluster,
  { decisionDefinitionId, tenantId }: Pick<DecisionDefinition, 'decisionDefinitionId' | 'tenantId'>,
  signal: AbortSignal,
): Promise<readonly DecisionDefinition[]> {
  const { items } = await cluster.decisionDefinitions.search(
    { filter: { decisionDefinitionId }, sort: [{ field: 'version', order: 'DESC' }], page: { limit: 100 } },
    { signal },
  )
  return items.filter((found) => found.tenantId === tenantId)
}

export interface LoadedDecision {
  readonly definition: DecisionDefinition
  readonly xml: string
}

export async function loadDecision(cluster: Cluster, key: string, signal: AbortSignal): Promise<LoadedDecision> {
  const definition = await cluster.decisionDefinitions.get(key, { signal })
  return { definition, xml: await cluster.decisionDefinitions.getXml(key, { signal }) }
}

export interface LoadedEvaluation {
  readonly evaluation: DecisionInstanceDetails
  /** Undefined if the response does not name the evaluated version. */
  readonly decision: LoadedDecision | undefined
}

export async function loadEvaluation(cluster: Cluster, id: string, signal: AbortSignal): Promise<LoadedEvaluation> {
  const evaluation = await cluster.decisionInstances.get(id, { signal })
  const { decisionDefinitionKey } = evaluation
  return {
    evaluation,
    decision: decisionDefinitionKey ? await loadDecision(cluster, decisionDefinitionKey, signal) : undefined,
  }
}

/** Returns the name of a decision, or its ID if it has none. */
export function decisionTitle({
  name,
  decisionDefinitionId,
}: Pick<DecisionDefinition, 'name' | 'decisionDefinitionId'>): string {
  return name || decisionDefinitionId
}
