import type { Incident, ProcessDefinition } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { type Collected, collect } from '../collect.ts'
import { loadProcesses, titleOf } from '../definitions.ts'
import { loadElements } from '../elements.ts'

/** An incident with a readable location. */
export interface ProcessIncident extends Incident {
  readonly processId: string
  readonly processTitle: string
  readonly version: number | undefined
  /** Name of the element, or its ID; undefined if the server does not return it. */
  readonly element: string | undefined
}

/** Maximum number of incidents listed. */
const MOST = 500

/** Loads the open incidents of all processes, or of all versions of one, newest first. */
export async function loadIncidents(
  cluster: Cluster,
  processId: string | undefined,
  signal: AbortSignal,
): Promise<Collected<ProcessIncident>> {
  const { items: processes } = await loadProcesses(cluster, signal)
  const definitions = processes.flatMap(({ versions }) => versions)
  const ofProcess = definitions.filter(({ processDefinitionId }) => processDefinitionId === processId)
  if (processId !== undefined && ofProcess.length === 0) return { items: [], isCut: false }
  const keys = ofProcess.map(({ processDefinitionKey }) => processDefinitionKey)
  const filter = { state: 'ACTIVE', ...(keys.length > 0 && { processDefinitionKey: { $in: keys } }) } as const
  const query = { filter, sort: [{ field: 'creationTime', order: 'DESC' }], page: { limit: 500 } } as const
  const { items, isCut } = await collect((options) => cluster.incidents.searchAll(query, options), MOST, signal)
  return { items: await describeIncidents(cluster, items, definitions, signal), isCut }
}

/** Adds readable locations to incidents. */
export async function describeIncidents(
  cluster: Cluster,
  incidents: readonly Incident[],
  definitions: readonly ProcessDefinition[],
  signal: AbortSignal,
): Promise<readonly ProcessIncident[]> {
  const byKey = new Map(definitions.map((definition) => [definition.processDefinitionKey, definition]))
  return Promise.all(
    incidents.map(async (incident) => {
      const definition = byKey.get(incident.processDefinitionKey)
      const elementId = incident.elementId ?? (await findElement(cluster, incident, signal))
      const elements = await loadElements(cluster, incident.processDefinitionKey)
      const element = elements.find(({ id }) => id === elementId)
      const processId = definition?.processDefinitionId ?? incident.processDefinitionId ?? incident.processDefinitionKey
      return {
        ...incident,
        elementId,
        processId,
        processTitle: definition ? titleOf(definition) : processId,
        version: definition?.version,
        element: element?.name || elementId,
      }
    }),
  )
}

/** Older APIs do not return the element of an incident, but an element instance has the key of its incident. */
async function findElement(
  cluster: Cluster,
  { incidentKey, processInstanceKey }: Incident,
  signal: AbortSignal,
): Promise<string | undefined> {
  const filter = { incidentKey, processInstanceKey }
  const { items } = await cluster.elementInstances.search({ filter, page: { limit: 1 } }, { signal })
  return items[0]?.elementId
}
