import type { ElementInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { collect } from '../collect.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import type { Badge } from '../diagram/drawing.ts'

/** Number of tokens at an element. `running` includes `withIncident`. */
export interface ElementCount {
  readonly running: number
  readonly withIncident: number
}

export interface ElementCounts {
  readonly byElement: ReadonlyMap<string, ElementCount>
  readonly tokens: readonly ElementInstance[]
  /** Whether there are more tokens than the ones counted. */
  readonly isCut: boolean
}

/** Maximum number of tokens counted per version. */
const MOST = 10_000

/** Counts the tokens of some versions of a process. Only newer APIs have statistics for a definition. */
export async function loadElementCounts(
  cluster: Cluster,
  processDefinitionKeys: readonly string[],
  signal: AbortSignal,
): Promise<ElementCounts> {
  const found = await Promise.all(
    processDefinitionKeys.map((processDefinitionKey) => {
      const query = { filter: { processDefinitionKey, state: 'ACTIVE' }, page: { limit: 1000 } } as const
      return collect((options) => cluster.elementInstances.searchAll(query, options), MOST, signal)
    }),
  )
  const tokens = found.flatMap(({ items }) => items)
  return { byElement: countElements(tokens), tokens, isCut: found.some(({ isCut }) => isCut) }
}

export function countElements(
  instances: Iterable<Pick<ElementInstance, 'elementId' | 'hasIncident'>>,
): ReadonlyMap<string, ElementCount> {
  const counts = new Map<string, ElementCount>()
  for (const { elementId, hasIncident } of instances) {
    const { running, withIncident } = counts.get(elementId) ?? { running: 0, withIncident: 0 }
    counts.set(elementId, { running: running + 1, withIncident: withIncident + (hasIncident ? 1 : 0) })
  }
  return counts
}

/** Returns the counts as overlays, without zeros. */
export function toBadges(
  elements: readonly BpmnElement[],
  counts: ReadonlyMap<string, ElementCount>,
): readonly Badge[] {
  return elements.flatMap(({ id, name }) => badgesOf(id, name || id, counts.get(id)))
}

function badgesOf(
  elementId: string,
  place: string,
  { running, withIncident } = { running: 0, withIncident: 0 },
): readonly Badge[] {
  const badges: readonly Badge[] = [
    { elementId, kind: 'active', count: running, label: `${running.toLocaleString()} running at ${place}` },
    {
      elementId,
      kind: 'incident',
      count: withIncident,
      label: `${withIncident.toLocaleString()} with an incident at ${place}`,
    },
  ]
  return badges.filter(({ count }) => count > 0)
}
