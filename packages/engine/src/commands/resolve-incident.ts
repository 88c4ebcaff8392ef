import { EngineError } from '../errors.ts'
import { sequenceOf } from '../keys.ts'
import { closeIncident } from '../run/incidents.ts'
import type { Runtime } from '../run/runtime.ts'
import { Incident } from '../state/incident.ts'
import { requireNotSuspended } from './find.ts'

export function resolveIncident(runtime: Runtime, incidentKey: string): void {
  const incident = runtime.store.find(Incident, sequenceOf(incidentKey))
  if (incident === undefined || incident.isResolved) {
    throw new EngineError('NOT_FOUND', `There is no active incident with the key '${incidentKey}'.`)
  }
  requireNotSuspended(incident.owner)
  if (incident.job !== undefined && incident.job.retries === 0) {
    throw new EngineError('INVALID_STATE', 'The job of the incident has no retries left. Update its retries first.')
  }
  const { retry } = incident
  closeIncident(incident)
  retry?.()
}
