import type {
  ElementStatistics,
  ProcessInstance as NewerProcessInstance,
  ProcessInstances as NewerProcessInstances,
  ProcessInstanceFilter,
  ProcessInstanceSequenceFlow,
  ProcessInstanceSequenceFlows,
  ProcessInstanceSortField,
} from '@x/orchestration'
import type { CallOptions, ReadOptions } from '@x/rest'
import type { Server } from '../cluster/detect.ts'
import type { Partly } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import { type ClusterApi, loadOlder, read } from './read.ts'

type Key = NewerProcessInstance['processInstanceKey']

/** A running or finished instance of a process. Operate v1 does not know the name of the process. */
export type ProcessInstance = Partly<NewerProcessInstance, 'processDefinitionName'>

/** A sequence flow that a process instance has taken. Operate v1 only knows its ids and the instance. */
export type SequenceFlow = Partly<
  ProcessInstanceSequenceFlow,
  'processDefinitionKey' | 'processDefinitionId' | 'tenantId'
>

/** The sequence flows that a process instance has taken. */
export interface SequenceFlows {
  readonly items: readonly SequenceFlow[]
}

/** Running and finished process instances. */
export interface ProcessInstances
  extends Queries<Key, ProcessInstanceFilter, ProcessInstanceSortField, ProcessInstance> {
  /**
   * Returns, for each element, how many instances are active, completed, canceled or have an incident, in one response.
   */
  getElementStatistics(processInstanceKey: Key, options?: ReadOptions<ElementStatistics>): Promise<ElementStatistics>

  /** Returns the sequence flows that a process instance has taken, in one response; with Operate v1 at most 1000. */
  getSequenceFlows(processInstanceKey: Key, options?: ReadOptions<SequenceFlows>): Promise<SequenceFlows>

  /**
   * Deletes a finished process instance, up to 8.8 with Operate v1. **This cannot be undone.**
   *
   * @throws `ConflictError` while the instance runs, `ApiError` 404 if it does not exist
   */
  delete(processInstanceKey: Key, options?: CallOptions): Promise<void>
}

/** The first minor version whose Orchestration Cluster API deletes process instances. */
const firstWithDeletion = 9

export function createProcessInstances(api: ClusterApi): ProcessInstances {
  const { link, clients } = api
  const newer = (server: Server): Promise<NewerProcessInstances> => clients.orchestration(server, 'processInstances')
  return {
    ...createQueries<ProcessInstances>(api, 'processInstances'),

    getElementStatistics: (key, options) =>
      read(
        api,
        {
          v2: async (server) => (await newer(server)).getElementStatistics(key, options),
          v1: async (server, older) => older.getElementStatistics(await clients.operate(server), key, options),
        },
        options,
      ),

    getSequenceFlows: (key, options) =>
      read<SequenceFlows>(
        api,
        {
          v2: async (server) =>
            (await newer(server)).getSequenceFlows(key, options as ReadOptions<ProcessInstanceSequenceFlows>),
          v1: async (server, older) => older.getSequenceFlows(await clients.operate(server), key, options),
        },
        options,
      ),

    delete: (key, options) =>
      link.run(async (server) => {
        if ((server.version?.minor ?? 0) >= firstWithDeletion) return (await newer(server)).delete(key, {}, options)
        const older = await loadOlder()
        return older.deleteProcessInstance(await clients.operate(server), key, options)
      }, options?.signal),
  }
}
