import type { Incident } from '../entities.ts'
import { type ActiveNode, type Problem, type Records, type Run, TENANT } from './run.ts'

/** Marks a flow node as stuck, and all instances above it as having an incident. */
export function raiseIncident({ store, nextKey }: Records, active: ActiveNode, problem: Problem, at: number): Incident {
  const { run, record } = active
  const incident: Incident = {
    key: nextKey(run.partition),
    processDefinitionKey: run.instance.processDefinitionKey,
    processInstanceKey: run.instance.key,
    type: problem.type,
    message: problem.message,
    creationTime: at,
    state: 'ACTIVE',
    jobKey: problem.type === 'JOB_NO_RETRIES' ? nextKey(run.partition) : undefined,
    tenantId: TENANT,
  }
  store.incidents.set(incident.key, incident)
  active.stuck = { incident, problem }
  record.incident = true
  record.incidentKey = incident.key
  flag(run)
  return incident
}

/** Resolves the incident of a flow node, if it has one; the flow node itself is left as it is. */
export function clearIncident(active: ActiveNode): void {
  if (!active.stuck) return
  active.stuck.incident.state = 'RESOLVED'
  active.stuck = undefined
  active.record.incident = false
  active.record.incidentKey = undefined
  flag(active.run)
}

function flag(run: Run): void {
  run.instance.incident = [...run.active].some(({ record }) => record.incident)
  if (!run.caller) return
  run.caller.record.incident = run.instance.incident
  flag(run.caller.run)
}
