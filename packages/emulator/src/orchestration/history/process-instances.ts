import type { ElementInstanceRecord, History, ProcessInstanceRecord } from '@x/engine'
import type { Members } from '../../sampled/members.ts'
import { type Condition, createCondition } from '../search/condition.ts'
import type { Searchable } from '../search/searchable.ts'
import { type ValueKind, valueKindOf } from '../search/value-kind.ts'
import { byVariables } from './by-variables.ts'
import { errorHashCode } from './error-hash.ts'

type Instance = ProcessInstanceRecord

/** The keys of the batch operations that changed a process instance. */
export type BatchesOf = (processInstanceKey: string) => readonly string[]

/** Process instances, with filters on their variables, elements, jobs, incidents and batch operations. */
export function searchableProcessInstances(history: History, batchesOf: BatchesOf): Searchable<Instance> {
  const { inKeyOrder, size } = history.processInstances
  const batches = ({ processInstanceKey }: Instance): readonly string[] => batchesOf(processInstanceKey)
  return {
    items: (filter) => itemsOf(history, filter),
    ...(inKeyOrder && { inKeyOrder }),
    size,
    key: ({ processInstanceKey }) => processInstanceKey,
    fields: { batchOperationKey: batches, batchOperationId: batches },
    sorts: { state: ({ state }) => (state === 'TERMINATED' ? 'CANCELED' : state) },
    together: elementsOf(history),
    conditions: conditionsOn(history),
  }
}

/** The process instance that the filter names, otherwise all of them. */
function itemsOf({ processInstances }: History, { processInstanceKey }: Members): Iterable<Instance> {
  if (typeof processInstanceKey !== 'string') return processInstances
  const instance = processInstances.get(processInstanceKey)
  return instance ? [instance] : []
}

function elementsOf({ elementInstances }: History): Searchable<Instance>['together'] {
  return {
    names: ['elementId', 'elementInstanceState', 'hasElementInstanceIncident'],
    create: ({ elementId, elementInstanceState, hasElementInstanceIncident }) => {
      const isElement = elementId === undefined ? always : createCondition(elementId, text)
      const isState = elementInstanceState === undefined ? always : createCondition(elementInstanceState, text)
      const matches = (element: ElementInstanceRecord): boolean =>
        isElement(element.elementId) &&
        isState(element.state) &&
        (hasElementInstanceIncident ?? element.hasIncident) === element.hasIncident
      return ({ processInstanceKey }) => [...elementInstances.of(processInstanceKey)].some(matches)
    },
  }
}

const text = valueKindOf({ kind: 'text' })
const number = valueKindOf({ kind: 'integer' })
const always: Condition = () => true

function conditionsOn(history: History): Searchable<Instance>['conditions'] {
  const { incidents, jobs } = history
  const hasError =
    (kind: ValueKind, read: (message: string) => unknown) =>
    (operand: unknown): ((instance: Instance) => boolean) => {
      const matches = createCondition(operand, kind)
      return ({ processInstanceKey }) =>
        [...incidents.of(processInstanceKey)].some(
          ({ state, errorMessage }) => state === 'ACTIVE' && matches(read(errorMessage)),
        )
    }
  return {
    variables: byVariables<Instance>(history, ({ processInstanceKey }) => processInstanceKey),
    errorMessage: hasError(text, (message) => message),
    incidentErrorHashCode: hasError(number, errorHashCode),
    hasRetriesLeft:
      (wanted: boolean) =>
      ({ processInstanceKey }: Instance) =>
        [...jobs.of(processInstanceKey)].some((job) => job.hasFailedWithRetriesLeft) === wanted,
  }
}
