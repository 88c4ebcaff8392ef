import type { Engine, ProcessInstanceRecord } from '@x/engine'
import type { Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { elementStatistics } from './element-statistics.ts'
import { groupBy } from './group-by.ts'

/** More operations on a single process instance. */
export function instanceOperations(read: () => Engine): Handlers {
  const find = (key: string): { engine: Engine; instance: ProcessInstanceRecord } => {
    const engine = read()
    const instance = engine.processInstances.get(key)
    if (instance === undefined) throw notFound('Process Instance', key)
    return { engine, instance }
  }
  return {
    'processInstances.getSequenceFlows': ({ params: { processInstanceKey = '' } }) => ({
      items: [...read().sequenceFlows.of(processInstanceKey)].map((flow) => ({
        ...flow,
        sequenceFlowId: `${processInstanceKey}_${flow.elementId}`,
      })),
    }),
    'processInstances.getElementStatistics': ({ params: { processInstanceKey = '' }, isReadable = () => true }) => ({
      items: elementStatistics([...read().elementInstances.of(processInstanceKey)].filter(isReadable)),
    }),
    'processInstances.getWaitStateStatistics': ({ params: { processInstanceKey = '' }, isReadable = () => true }) => {
      const { engine } = find(processInstanceKey)
      const states = [...engine.waitStates.of(processInstanceKey)].filter(isReadable)
      const waiting = groupBy(states, ({ elementId }) => elementId)
      return {
        items: [...waiting].map(([elementId, states]) => ({
          elementId,
          waitingCount: new Set(states.map(({ elementInstanceKey }) => elementInstanceKey)).size,
        })),
      }
    },
    'processInstances.getCallHierarchy': ({ params: { processInstanceKey = '' } }) => {
      const { engine, instance } = find(processInstanceKey)
      const hierarchy: unknown[] = []
      for (let at: ProcessInstanceRecord | undefined = instance; at; at = parentOf(engine, at)) {
        const { processDefinitionKey, processDefinitionId, processDefinitionName } = at
        hierarchy.unshift({
          processInstanceKey: at.processInstanceKey,
          processDefinitionKey,
          processDefinitionName: processDefinitionName ?? processDefinitionId,
        })
      }
      return hierarchy
    },
  }
}

function parentOf(
  { processInstances }: Engine,
  { parentProcessInstanceKey }: ProcessInstanceRecord,
): ProcessInstanceRecord | undefined {
  return parentProcessInstanceKey === null ? undefined : processInstances.get(parentProcessInstanceKey)
}
