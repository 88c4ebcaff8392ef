import type { ProcessIncident } from './load-incidents.ts'

/** Incidents with the same cause: the same error at the same element of the same process. */
export interface IncidentGroup {
  readonly id: string
  /** Newest first. */
  readonly incidents: readonly [ProcessIncident, ...ProcessIncident[]]
}

/** Groups incidents by cause, largest group first. */
export function groupByCause(incidents: readonly ProcessIncident[]): readonly IncidentGroup[] {
  const groups = Map.groupBy(incidents, causeOf)
  return [...groups]
    .map(([id, found]) => ({ id, incidents: found as [ProcessIncident, ...ProcessIncident[]] }))
    .toSorted((a, b) => b.incidents.length - a.incidents.length)
}

function causeOf({ errorType, errorMessage, elementId, processId }: ProcessIncident): string {
  return [processId, elementId, errorType, withoutDetails(errorMessage)].join(' ')
}

/** Keys, IDs, numbers and quoted values differ between instances with the same cause. */
function withoutDetails(message: string): string {
  return message
    .replaceAll(/'[^']*'|"[^"]*"/g, '…')
    .replaceAll(/[\w-]*\d[\w.-]*/g, '…')
    .trim()
}
