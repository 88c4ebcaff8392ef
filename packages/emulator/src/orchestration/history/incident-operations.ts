import type { Engine, IncidentRecord } from '@x/engine'
import type { Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { search } from '../search/search.ts'
import { searchableList, searchableOf } from './collections.ts'
import { errorHashCode } from './error-hash.ts'
import { groupBy } from './group-by.ts'

const keyOf = ({ incidentKey }: IncidentRecord): string => incidentKey

/** Incidents: all of them, those of an instance and its called instances, or those of an element and its content. */
export function incidentOperations(read: () => Engine): Handlers {
  return {
    'incidents.get': ({ params: { incidentKey = '' } }) => {
      const incident = read().incidents.get(incidentKey)
      if (incident === undefined) throw notFound('Incident', incidentKey)
      return incident
    },
    'incidents.search': (call) => search(call, searchableOf(read().incidents, keyOf)),
    'processInstances.searchIncidents': (call) => {
      const { processInstanceKey = '' } = call.params
      const engine = read()
      if (!engine.processInstances.get(processInstanceKey)) throw notFound('Process Instance', processInstanceKey)
      const found = [...engine.incidents].filter((incident) => isWithin(engine, incident, processInstanceKey))
      return search(call, searchableList(found, keyOf))
    },
    'elementInstances.searchIncidents': (call) => {
      const { elementInstanceKey = '' } = call.params
      const engine = read()
      if (!engine.elementInstances.get(elementInstanceKey)) throw notFound('Element Instance', elementInstanceKey)
      const found = [...engine.incidents].filter((incident) => isWithin(engine, incident, elementInstanceKey))
      return search(call, searchableList(found, keyOf))
    },
    'incidents.getStatisticsByError': ({ isReadable = () => true, ...call }) => {
      const messages = groupBy(activeOf(read()).filter(isReadable), ({ errorMessage }) => errorMessage)
      const statistics = [...messages].map(([errorMessage, incidents]) => ({
        errorHashCode: errorHashCode(errorMessage),
        errorMessage,
        activeInstancesWithErrorCount: instancesOf(incidents),
      }))
      return search(
        call,
        searchableList(statistics, ({ errorMessage }) => errorMessage),
      )
    },
    'incidents.getStatisticsByDefinition': (call) => {
      const { filter, ...rest } = call.body
      const engine = read()
      const incidents = activeOf(engine).filter(
        ({ errorMessage }) => errorHashCode(errorMessage) === filter.errorHashCode,
      )
      const statistics = [...groupBy(incidents, ({ processDefinitionKey }) => processDefinitionKey)].flatMap(
        ([processDefinitionKey, found]) => {
          const definition = engine.processDefinitions.get(processDefinitionKey)
          if (definition === undefined) return []
          return [
            {
              processDefinitionKey,
              processDefinitionId: definition.processDefinitionId,
              processDefinitionName: definition.name ?? definition.processDefinitionId,
              processDefinitionVersion: definition.version,
              tenantId: definition.tenantId,
              activeInstancesWithErrorCount: instancesOf(found),
            },
          ]
        },
      )
      return search(
        { ...call, body: rest },
        searchableList(statistics, ({ processDefinitionKey: key }) => key),
      )
    },
  }
}

const activeOf = ({ incidents }: Engine): IncidentRecord[] => [...incidents].filter(({ state }) => state === 'ACTIVE')

const instancesOf = (incidents: readonly IncidentRecord[]): number =>
  new Set(incidents.map(({ processInstanceKey }) => processInstanceKey)).size

/** Whether an incident is in a scope, or in a process that was called from it. */
function isWithin({ elementInstances, processInstances }: Engine, incident: IncidentRecord, scope: string): boolean {
  let key: string | null | undefined = incident.elementInstanceKey
  while (key) {
    if (key === scope) return true
    key = elementInstances.get(key)?.elementInstanceScopeKey ?? processInstances.get(key)?.parentElementInstanceKey
  }
  return false
}
