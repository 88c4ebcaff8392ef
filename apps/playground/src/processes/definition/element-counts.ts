import type { FlowNodeInstance, OperateClient } from '@x/operate'
import { collect } from '../collect.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import type { Badge } from '../diagram/drawing.ts'
import { plural } from '../words.ts'

/** How many tokens stand in a flow node; those that an incident holds up are counted apart, as Operate does. */
export interface ElementCount {
  readonly active: number
  readonly incidents: number
}

export interface ElementCounts {
  readonly byElement: ReadonlyMap<string, ElementCount>
  /** Whether there are more tokens than were counted. */
  readonly isCut: boolean
}

/** The most tokens that are counted. */
const MOST = 10_000

/** Operate v1 has statistics of one instance only; those of a definition are counted here. */
export async function loadElementCounts(
  operate: OperateClient,
  processDefinitionKey: string,
  signal: AbortSignal,
): Promise<ElementCounts> {
  const query = { filter: { processDefinitionKey, state: 'ACTIVE' }, size: 1000 } as const
  const { items, isCut } = await collect((options) => operate.flowNodeInstances.searchAll(query, options), MOST, signal)
  return { byElement: countElements(items), isCut }
}

export function countElements(
  instances: Iterable<Pick<FlowNodeInstance, 'flowNodeId' | 'incident'>>,
): ReadonlyMap<string, ElementCount> {
  const counts = new Map<string, ElementCount>()
  for (const { flowNodeId, incident } of instances) {
    const { active, incidents } = counts.get(flowNodeId) ?? { active: 0, incidents: 0 }
    counts.set(flowNodeId, incident ? { active, incidents: incidents + 1 } : { active: active + 1, incidents })
  }
  return counts
}

/** The counts as overlays; what is zero gets none. */
export function toBadges(
  elements: readonly BpmnElement[],
  counts: ReadonlyMap<string, ElementCount>,
): readonly Badge[] {
  return elements.flatMap(({ id, name }) => {
    const { active = 0, incidents = 0 } = counts.get(id) ?? {}
    const place = name || id
    const badges: readonly Badge[] = [
      { elementId: id, kind: 'active', count: active, label: `${active.toLocaleString()} active at ${place}` },
      { elementId: id, kind: 'incident', count: incidents, label: `${plural(incidents, 'incident')} at ${place}` },
    ]
    return badges.filter(({ count }) => count > 0)
  })
}
