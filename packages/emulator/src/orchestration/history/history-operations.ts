import type { Engine, ProcessDefinitionRecord } from '@x/engine'
import type { Handlers } from '../handler.ts'
import { mapped, searchableOf } from './collections.ts'
import { byLatest } from './latest.ts'
import { type BatchesOf, searchableProcessInstances } from './process-instances.ts'
import { createReading } from './reading.ts'
import { searchableWaitStates } from './wait-states.ts'

/** Gets and searches of the engine's history. */
export function historyOperations(read: () => Engine, batchesOf: BatchesOf): Handlers {
  const { gets, searches } = createReading(read)
  return {
    'processInstances.get': gets('Process Instance', ({ processInstances }, key) => processInstances.get(key)),
    'processInstances.search': searches((engine) => searchableProcessInstances(engine, batchesOf)),
    'elementInstances.get': gets('Element Instance', ({ elementInstances }, key) => elementInstances.get(key)),
    'elementInstances.search': searches(({ elementInstances }) =>
      searchableOf(elementInstances, ({ elementInstanceKey }) => elementInstanceKey),
    ),
    'elementInstances.searchWaitStates': searches(({ waitStates }) => searchableWaitStates(waitStates)),
    'jobs.search': searches(({ jobs }) => searchableOf(jobs, ({ jobKey }) => jobKey)),
    'processDefinitions.get': gets('Process Definition', (engine, key) => {
      const definition = engine.processDefinitions.get(key)
      return definition && toDefinition(engine)(definition)
    }),
    'processDefinitions.search': searches((engine) => {
      const { processDefinitions } = engine
      return searchableOf(
        mapped(processDefinitions, toDefinition(engine)),
        ({ processDefinitionKey }) => processDefinitionKey,
        {
          conditions: {
            isLatestVersion: byLatest(
              () => [...processDefinitions].filter(({ isDeleted }) => !isDeleted),
              ({ processDefinitionId }) => processDefinitionId,
            ),
          },
        },
      )
    }),
  }
}

/** What searches return about a definition in addition to its record. */
const toDefinition = (engine: Engine) => (definition: ProcessDefinitionRecord) => ({
  ...definition,
  hasStartForm: definition.startFormId !== null,
  state: stateOf(engine, definition),
})

/** A deleted definition remains visible until its last instance has ended. */
export function stateOf(
  { processInstances }: Engine,
  { isDeleted, processDefinitionKey: key }: ProcessDefinitionRecord,
): string {
  if (!isDeleted) return 'ACTIVE'
  const runs = [...processInstances].some((one) => one.processDefinitionKey === key && one.endDate === null)
  return runs ? 'DRAINING' : 'DELETED'
}
