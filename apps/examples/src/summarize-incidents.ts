import type { Incidents } from '@x/operate'

export interface IncidentSummary {
  readonly type: string
  readonly count: number
  /** Message of one of them. */
  readonly example: string
}

/**
 * Returns what is blocking processes, most frequent first. It only requires the methods it calls, so tests can pass any
 * object.
 */
export async function summarizeIncidents(
  incidents: Pick<Incidents, 'searchAll'>,
  signal?: AbortSignal,
): Promise<IncidentSummary[]> {
  const found = new Map<string, IncidentSummary>()
  const active = incidents.searchAll({ filter: { state: 'ACTIVE' }, size: 50 }, { signal })
  for await (const { type, message = '' } of active) {
    const { count, example } = found.get(type) ?? { count: 0, example: message }
    found.set(type, { type, count: count + 1, example })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}
