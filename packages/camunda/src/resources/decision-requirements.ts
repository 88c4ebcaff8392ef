import type { DecisionRequirements, DecisionRequirementsFilter, DecisionRequirementsSortField } from '@x/orchestration'
import type { LongText, ReadOptions } from '@x/rest'
import { createQueries, type Queries } from './queries.ts'
import { type ClusterApi, read } from './read.ts'

export type { DecisionRequirements } from '@x/orchestration'

type Key = DecisionRequirements['decisionRequirementsKey']

/** Deployed DMN files, one entry for each version. */
export interface DecisionRequirementsResource
  extends Queries<Key, DecisionRequirementsFilter, DecisionRequirementsSortField, DecisionRequirements> {
  /** Returns the DMN XML, as it was deployed. */
  getXml(decisionRequirementsKey: Key, options?: ReadOptions<LongText>): Promise<LongText>
}

export function createDecisionRequirements(api: ClusterApi): DecisionRequirementsResource {
  const { clients } = api
  return {
    ...createQueries<DecisionRequirementsResource>(api, 'decisionRequirements'),
    getXml: (key, options) =>
      read(
        api,
        {
          v2: async (server) => (await clients.orchestration(server, 'decisionRequirements')).getXml(key, options),
          v1: async (server, older) =>
            older.getXml(await clients.operate(server), 'decisionRequirements', key, options as ReadOptions<never>),
        },
        options,
      ),
  }
}
