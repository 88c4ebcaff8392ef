import type { InstanceFilter } from './load-instances.ts'

/** The states by which all lists of instances can be filtered. */
export const INSTANCE_STATES = ['ALL', 'ACTIVE', 'INCIDENT', 'COMPLETED', 'TERMINATED'] as const

export function stateFilter(state: (typeof INSTANCE_STATES)[number]): InstanceFilter {
  if (state === 'ALL') return {}
  return state === 'INCIDENT' ? { state: 'ACTIVE', hasIncident: true } : { state }
}
