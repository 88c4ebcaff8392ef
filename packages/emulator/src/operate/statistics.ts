import type { FlowNodeInstance } from './entities.ts'

/** How often a process instance passed through a flow node. */
export interface FlowNodeStatistics {
  readonly activityId: string
  /** Active and without an incident: those with one are counted by `incidents` only. */
  active: number
  canceled: number
  incidents: number
  completed: number
}

export function flowNodeStatistics(
  instances: Iterable<FlowNodeInstance>,
  processInstanceKey: bigint,
): FlowNodeStatistics[] {
  const byId = new Map<string, FlowNodeStatistics>()
  for (const { flowNodeId: activityId, state, incident, processInstanceKey: owner } of instances) {
    if (owner !== processInstanceKey) continue
    const counts = byId.get(activityId) ?? { activityId, active: 0, canceled: 0, incidents: 0, completed: 0 }
    byId.set(activityId, counts)
    if (incident) counts.incidents += 1
    if (state === 'ACTIVE' && !incident) counts.active += 1
    if (state === 'TERMINATED') counts.canceled += 1
    if (state === 'COMPLETED') counts.completed += 1
  }
  return [...byId.values()]
}
