import type {
  ProcessDefinition as NewerProcessDefinition,
  ProcessDefinitionFilter,
  ProcessDefinitionSortField,
} from '@x/orchestration'
import type { LongText, ReadOptions } from '@x/rest'
import type { Partly } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import { type ClusterApi, read } from './read.ts'

type Key = NewerProcessDefinition['processDefinitionKey']

/** One version of a deployed process. Operate v1 does not know its file, or whether it has a start form. */
export type ProcessDefinition = Partly<NewerProcessDefinition, 'resourceName' | 'hasStartForm'>

/** Deployed processes, one entry for each version. */
export interface ProcessDefinitions
  extends Queries<Key, ProcessDefinitionFilter, ProcessDefinitionSortField, ProcessDefinition> {
  /** Returns the BPMN XML, as it was deployed; undefined if the server has none. */
  getXml(processDefinitionKey: Key, options?: ReadOptions<LongText | undefined>): Promise<LongText | undefined>
}

export function createProcessDefinitions(api: ClusterApi): ProcessDefinitions {
  const { clients } = api
  return {
    ...createQueries<ProcessDefinitions>(api, 'processDefinitions'),
    getXml: (key, options) =>
      read(
        api,
        {
          v2: async (server) => (await clients.orchestration(server, 'processDefinitions')).getXml(key, options),
          v1: async (server, older) =>
            older.getXml(await clients.operate(server), 'processDefinitions', key, options as ReadOptions<never>),
        },
        options,
      ),
  }
}
