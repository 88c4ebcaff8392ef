import type { Incident, ProcessInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { inPortions } from '../collect.ts'

/** The reason why an instance has an incident. */
export interface Reason {
  /** The message of one of its incidents. */
  readonly message: string
  /** Number of incidents, including those of called instances. */
  readonly count: number
  /** The called instance that has the incident; undefined if the instance itself has it. */
  readonly calledKey: string | undefined
}

export interface ListedInstances {
  readonly items: readonly ProcessInstance[]
  readonly total: number
  /** Whether any of them has an incident. */
  readonly hasIncidents: boolean
  readonly reasons: ReadonlyMap<string, Reason>
}

type Query = NonNullable<Parameters<Cluster['processInstances']['search']>[0]>
export type InstanceFilter = NonNullable<Query['filter']>

/** Loads the most recent instances that match a filter, and the reasons of their incidents. */
export async function loadInstances(
  cluster: Cluster,
  filter: InstanceFilter,
  limit: number,
  signal: AbortSignal,
): Promise<ListedInstances> {
  const query = { filter, sort: [{ field: 'startDate', order: 'DESC' }], page: { limit } } as const
  const { items, total } = await cluster.processInstances.search(query, { signal })
  const failed = items.filter(({ hasIncident }) => hasIncident).map(({ processInstanceKey }) => processInstanceKey)
  return { items, total, hasIncidents: failed.length > 0, reasons: await loadReasons(cluster, failed, signal) }
}

/** Calls of calls of calls: deeper ones are not searched. */
const MOST_LEVELS = 5
/** An older API needs a search for each key, and no more are sent. */
const KEYS = 10

/** An instance has an incident if one that it called has. Groups instances by their root. */
async function loadReasons(
  cluster: Cluster,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Reason>> {
  const reasons = new Map<string, Reason>()
  let level = new Map(keys.map((key) => [key, key]))
  for (let depth = 0; depth < MOST_LEVELS && level.size > 0; depth++) {
    for (const incident of await loadOpenIncidents(cluster, [...level.keys()], signal)) {
      const { processInstanceKey, errorMessage } = incident
      const root = level.get(processInstanceKey) ?? processInstanceKey
      const { message = errorMessage, count = 0 } = reasons.get(root) ?? {}
      const calledKey = reasons.get(root)?.calledKey ?? (root === processInstanceKey ? undefined : processInstanceKey)
      reasons.set(root, { message, count: count + 1, calledKey })
    }
    const next = new Map<string, string>()
    const called = await loadFailedCalls(cluster, [...level.keys()], signal)
    for (const { processInstanceKey, parentProcessInstanceKey } of called) {
      const root = level.get(parentProcessInstanceKey ?? '')
      if (root !== undefined) next.set(processInstanceKey, root)
    }
    level = next
  }
  return reasons
}

/** Loads the open incidents of instances, without those of called instances. */
export async function loadOpenIncidents(
  cluster: Cluster,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly Incident[]> {
  const pages = await Promise.all(
    inPortions(keys, KEYS).map((portion) =>
      cluster.incidents.search(
        { filter: { state: 'ACTIVE', processInstanceKey: { $in: portion } }, page: { limit: 500 } },
        { signal },
      ),
    ),
  )
  return pages.flatMap(({ items }) => items)
}

/** Loads the called instances that have an incident. */
export async function loadFailedCalls(
  cluster: Cluster,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly ProcessInstance[]> {
  const pages = await Promise.all(
    inPortions(keys, KEYS).map((portion) =>
      cluster.processInstances.search(
        { filter: { hasIncident: true, parentProcessInstanceKey: { $in: portion } }, page: { limit: 500 } },
        { signal },
      ),
    ),
  )
  return pages.flatMap(({ items }) => items)
}
