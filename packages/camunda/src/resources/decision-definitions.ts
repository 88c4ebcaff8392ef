import type { DecisionDefinition, DecisionDefinitionFilter, DecisionDefinitionSortField } from '@x/orchestration'
import type { LongText, ReadOptions } from '@x/rest'
import { createQueries, type Queries } from './queries.ts'
import { type ClusterApi, read } from './read.ts'

export type { DecisionDefinition } from '@x/orchestration'

type Key = DecisionDefinition['decisionDefinitionKey']

/** Deployed decisions, one entry for each version. */
export interface DecisionDefinitions
  extends Queries<Key, DecisionDefinitionFilter, DecisionDefinitionSortField, DecisionDefinition> {
  /**
   * Returns the XML of the DMN file that contains the decision, as it was deployed. With Operate v1, this takes two
   * requests.
   */
  getXml(decisionDefinitionKey: Key, options?: ReadOptions<LongText>): Promise<LongText>
}

export function createDecisionDefinitions(api: ClusterApi): DecisionDefinitions {
  const { clients } = api
  return {
    ...createQueries<DecisionDefinitions>(api, 'decisionDefinitions'),
    getXml: (key, options) =>
      read(
        api,
        {
          v2: async (server) => (await clients.orchestration(server, 'decisionDefinitions')).getXml(key, options),
          v1: async (server, older) => older.getDecisionXml(await clients.operate(server), key, options),
        },
        options,
      ),
  }
}
