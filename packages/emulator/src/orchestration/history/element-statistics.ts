import type { ElementInstanceRecord } from '@x/engine'

export interface ElementStatistics {
  readonly elementId: string
  active: number
  canceled: number
  incidents: number
  completed: number
}

/**
 * Counts for each element how many instances are active, have ended, or have an incident. The latter do not count as
 * active.
 */
export function elementStatistics(elements: Iterable<ElementInstanceRecord>): ElementStatistics[] {
  const statistics = new Map<string, ElementStatistics>()
  for (const { elementId, state, hasIncident } of elements) {
    const counts = statistics.get(elementId) ?? { elementId, active: 0, canceled: 0, incidents: 0, completed: 0 }
    statistics.set(elementId, counts)
    if (state === 'COMPLETED') counts.completed += 1
    else if (state === 'TERMINATED') counts.canceled += 1
    else if (hasIncident) counts.incidents += 1
    else counts.active += 1
  }
  return [...statistics.values()]
}
