import type { Engine } from '@x/engine'
import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Batches, Target } from '../batch/batches.ts'
import type { Drains } from '../drains.ts'
import type { Handlers } from '../handler.ts'
import { stateOf } from '../history/history-operations.ts'
import { rejected } from '../problems.ts'

/** Deletes a deployed resource and, if requested, its history. */
export function resourceDeletion({ engine }: ClusterEngine, { runAtOnce }: Batches, drains: Drains): Handlers {
  return {
    'resources.delete': ({ allows: _, ...call }) => {
      // The permission to delete the resource includes its history.
      const { resourceKey = '' } = call.params
      const deletesHistory = call.body?.deleteHistory === true
      const definition = engine.processDefinitions.get(resourceKey)
      const state = definition && stateOf(engine, definition)
      if (deletesHistory && state === 'DRAINING') {
        const what = `process definition with key '${resourceKey}'`
        throw rejected('INVALID_STATE', `Expected to delete the history of ${what}, but it has active instances`)
      }
      // The history of a resource that is already deleted can be deleted later.
      const isLate = deletesHistory && state === 'DELETED'
      if (!isLate) engine.deleteResource(resourceKey)
      if (!deletesHistory) return { resourceKey, batchOperation: null }
      if (isLate) {
        const instances = endedInstances(engine, resourceKey)
        const batch = runAtOnce(call, 'DELETE_PROCESS_INSTANCE', instances, engine.deleteInstances)
        return { resourceKey, batchOperation: batch }
      }
      if (definition) {
        drains.add(resourceKey)
        drains.finish()
        return { resourceKey, batchOperation: null }
      }
      if (engine.decisionRequirements.get(resourceKey) === undefined) return { resourceKey, batchOperation: null }
      const evaluations = evaluationsOf(engine, resourceKey)
      const batch = runAtOnce(call, 'DELETE_DECISION_INSTANCE', evaluations, engine.deleteDecisionInstances)
      return { resourceKey, batchOperation: batch }
    },
  }
}

function endedInstances(engine: Engine, processDefinitionKey: string): Target[] {
  return [...engine.processInstances]
    .filter((instance) => instance.processDefinitionKey === processDefinitionKey)
    .map((instance) => ({ ...instance, itemKey: instance.processInstanceKey }))
}

function evaluationsOf({ decisionInstances }: Engine, decisionRequirementsKey: string): Target[] {
  const evaluations = new Map<string, Target>()
  for (const instance of decisionInstances) {
    if (instance.decisionRequirementsKey !== decisionRequirementsKey) continue
    evaluations.set(instance.decisionEvaluationKey, { ...instance, itemKey: instance.decisionEvaluationKey })
  }
  return [...evaluations.values()]
}
