import { keyOf } from '../keys.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import { Incident, type IncidentErrorType } from '../state/incident.ts'
import type { Job } from '../state/job.ts'
import type { Runtime } from './runtime.ts'

/** Stops an element instance until the incident is resolved. `retry` is called then. */
export function raiseIncident(
  runtime: Runtime,
  owner: ElementInstance,
  errorType: IncidentErrorType,
  message: string,
  retry: () => void,
  job?: Job | undefined,
): void {
  const { store } = runtime
  const incident = store.add(
    store.incidents,
    new Incident(store.nextSequence(owner.sequence), errorType, message, owner, job, runtime.now, retry),
  )
  const { processInstance } = owner
  if (processInstance.lastIncident === undefined) processInstance.firstIncident = incident
  else processInstance.lastIncident.next = incident
  processInstance.lastIncident = incident
  if (job !== undefined) job.incident = incident
  owner.incident = incident
  count(owner, 1)
  runtime.emit({ type: 'incident-created', incidentKey: keyOf(incident.sequence) })
}

/** Marks an incident as resolved, without a retry. */
export function closeIncident(incident: Incident): void {
  if (incident.isResolved) return
  incident.isResolved = true
  incident.retry = undefined
  if (incident.job?.incident === incident) incident.job.incident = undefined
  if (incident.owner.incident === incident) incident.owner.incident = undefined
  count(incident.owner, -1)
}

/** An incident counts in all scopes around it, up to the process instance at the top of the chain of calls. */
function count(owner: ElementInstance, change: number): void {
  let at: ElementInstance | undefined = owner
  while (at !== undefined) {
    at.incidentCount += change
    at = at.parent ?? at.processInstance.caller
  }
}
