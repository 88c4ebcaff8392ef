import type { ProcessInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { type Collected, collect } from '../collect.ts'

/** Maximum number of instances loaded for the chart. */
const MOST_INSTANCES = 5000

/** Numbers of process instances. `running` includes `withIncident`. */
export interface InstanceCounts {
  readonly running: number
  readonly withIncident: number
}

/** Counts the instances of all versions of one process, or of all processes. */
export async function countInstances(
  cluster: Cluster,
  processDefinitionId: string | undefined,
  signal: AbortSignal,
): Promise<InstanceCounts> {
  const filter = { state: 'ACTIVE', ...(processDefinitionId !== undefined && { processDefinitionId }) } as const
  const count = async (more: { readonly hasIncident?: true }): Promise<number> => {
    const page = await cluster.processInstances.search(
      { filter: { ...filter, ...more }, page: { limit: 1 } },
      { signal },
    )
    return page.total
  }
  const [running, withIncident] = await Promise.all([count({}), count({ hasIncident: true })])
  return { running, withIncident }
}

/** Counts the open incidents of all processes: an instance can have several. */
export async function countIncidents(cluster: Cluster, signal: AbortSignal): Promise<number> {
  return (await cluster.incidents.search({ filter: { state: 'ACTIVE' }, page: { limit: 1 } }, { signal })).total
}

/** Loads the most recently started instances. */
export function loadStarted(cluster: Cluster, signal: AbortSignal): Promise<Collected<ProcessInstance>> {
  const query = { sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: 1000 } } as const
  return collect((options) => cluster.processInstances.searchAll(query, options), MOST_INSTANCES, signal)
}
