import type { Incident, ProcessInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { inPortions } from '../collect.ts'

/** Why an instance has an incident. */
export interface Reason {
  /** The message of one of its incidents. */
  readonly message: string
  /** How many incidents it has, those of called instances included. */
  readonly count: number
  /** The called instance that the incident is in; undefined if it is in the instance itself. */
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

/** Loads the newest instances of a filter, and why those with an incident have one. */
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

/** Calls of calls of calls: deeper is not looked for. */
const MOST_LEVELS = 5
/** An older API searches once for each key, and accepts no more. */
const KEYS = 10

/** An instance can have an incident because one that it called has. The instances by their root. */
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

/** Loads the open incidents of instances, not those of the instances that they called. */
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

/** Loads the instances with an incident that these have called. */
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
