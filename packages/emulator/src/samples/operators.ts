import type { Engine, IncidentRecord } from '@x/engine'
import { DAY, HOUR, type Variables } from './bpmn/model.ts'
import { findNode, latestModel } from './models.ts'
import { send } from './senders.ts'
import type { Stage } from './stage.ts'

/** Probability that an operator resolves an incident. */
const RESOLVED = 0.5

/** Handles a new incident: an operator may resolve it within days. Uncaught errors stay. */
export function expectOperator(stage: Stage, incidentKey: string): void {
  const { engine, random, after } = stage
  if (engine.incidents.get(incidentKey)?.errorType === 'UNHANDLED_ERROR_EVENT' || !random.chance(RESOLVED)) return
  after(random.skewed(HOUR, 3 * DAY), () => {
    const incident = engine.incidents.get(incidentKey)
    if (incident?.state !== 'ACTIVE') return
    repair(engine, incident)
    const node = findNode(incident.processDefinitionId, incident.elementId)
    if (node) send(stage, node, repairsFor(incident))
  })
}

/** Resolves an incident: sets the variables that a sample process is missing, and retries the job and the element. */
export function repair(engine: Engine, incident: IncidentRecord): void {
  const { jobKey, incidentKey, processInstanceKey } = incident
  const variables = jobKey === null ? repairsFor(incident) : {}
  if (Object.keys(variables).length > 0) engine.setVariables(processInstanceKey, { variables })
  if (jobKey !== null) engine.updateJob(jobKey, { retries: 1 })
  engine.resolveIncident(incidentKey)
}

function repairsFor({ processDefinitionId, elementId }: IncidentRecord): Variables {
  return latestModel(processDefinitionId)?.repairs?.[elementId] ?? {}
}
