import type { ElementInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { inPortions } from '../collect.ts'
import type { INSTANCE_STATES } from '../instances/instance-states.ts'

export interface ListedElementInstances {
  readonly items: readonly ElementInstance[]
  readonly total: number
  /** Messages of their incidents, by incident key. */
  readonly messages: ReadonlyMap<string, string>
}

export interface ElementQuery {
  /** Keys of the versions to search. */
  readonly definitionKeys: readonly string[]
  readonly elementId: string
  readonly state: (typeof INSTANCE_STATES)[number]
  readonly limit: number
}

/** Loads the most recent instances of an element in some versions of a process. */
export async function loadElementInstances(
  cluster: Cluster,
  { definitionKeys, elementId, state, limit }: ElementQuery,
  signal: AbortSignal,
): Promise<ListedElementInstances> {
  const pages = await Promise.all(
    definitionKeys.map((processDefinitionKey) =>
      cluster.elementInstances.search(
        {
          filter: { processDefinitionKey, elementId, ...filterOf(state) },
          sort: [{ field: 'startDate', order: 'DESC' }],
          page: { limit },
        },
        { signal },
      ),
    ),
  )
  const items = pages
    .flatMap((page) => page.items)
    .toSorted((a, b) => b.startDate.localeCompare(a.startDate))
    .slice(0, limit)
  const incidentKeys = items.flatMap(({ incidentKey }) => incidentKey ?? [])
  return {
    items,
    total: pages.reduce((sum, { total }) => sum + total, 0),
    messages: await loadMessages(cluster, incidentKeys, signal),
  }
}

function filterOf(state: ElementQuery['state']): {
  readonly state?: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
  readonly hasIncident?: true
} {
  if (state === 'ALL') return {}
  return state === 'INCIDENT' ? { state: 'ACTIVE', hasIncident: true } : { state }
}

async function loadMessages(
  cluster: Cluster,
  incidentKeys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all(
    inPortions(incidentKeys, 10).map((portion) =>
      cluster.incidents.search({ filter: { incidentKey: { $in: portion } } }, { signal }),
    ),
  )
  return new Map(
    pages.flatMap(({ items }) => items.map(({ incidentKey, errorMessage }) => [incidentKey, errorMessage])),
  )
}
