import type { MoveInstruction } from '@x/engine'
import type { ClusterEngine } from '../../engine/cluster-engine.ts'
import type { Call, Handlers } from '../handler.ts'
import { searchableOf as searchableCollection } from '../history/collections.ts'
import { searchableDecisionInstances } from '../history/decision-instance-operations.ts'
import { searchableProcessInstances } from '../history/process-instances.ts'
import { notFound, rejected } from '../problems.ts'
import { searchableOf } from '../records.ts'
import { createFilter, filterShapeOf } from '../search/filter.ts'
import { search } from '../search/search.ts'
import type { Searchable } from '../search/searchable.ts'
import { isReadableBy } from './batch-permissions.ts'
import type { Batches, Target } from './batches.ts'

/** Commands for everything that a filter matches, and their results. They are executed immediately. */
export function batchOperations(
  { engine, visible }: ClusterEngine,
  { batches, items, batchesOf, run, runAtOnce }: Batches,
): Handlers {
  /** Finds what the filter of a request matches, with members that the operation sets itself. */
  function matching<Item extends object>(call: Call, searchable: Searchable<Item>, own: object = {}): Item[] {
    const { operation, body } = call
    const filter = { ...body.filter, ...own }
    const found = [...searchable.items(filter)].filter(createFilter(filterShapeOf(operation), filter, searchable))
    return found.filter((item) => isReadableBy(call, item))
  }
  const instances = (call: Call, own: object) => matching(call, searchableProcessInstances(visible, batchesOf), own)
  const targets = (call: Call, own: object): Target[] =>
    instances(call, own).map((instance) => ({ ...instance, itemKey: instance.processInstanceKey }))
  /** Process instances in a state. Called instances are included with their callers only. */
  const topmost = (call: Call, state: unknown): Target[] =>
    targets(call, { state, parentProcessInstanceKey: { $exists: false } })
  const incidentsOf = (keys: readonly string[]): Target[] =>
    keys.flatMap((key) =>
      [...visible.incidents.of(key)]
        .filter(({ state }) => state === 'ACTIVE')
        .map((incident) => ({ ...incident, itemKey: incident.incidentKey })),
    )
  const keysOf = (found: readonly { readonly processInstanceKey: string }[]): string[] =>
    found.map(({ processInstanceKey }) => processInstanceKey)
  const finished = ({ params: { batchOperationKey = '' } }: Call): never => {
    const what = `batch operation with key '${batchOperationKey}'`
    throw rejected('NOT_FOUND', `Expected to change ${what}, but it has completed or does not exist`)
  }

  return {
    'processInstances.cancelBatch': (call) =>
      run(call, 'CANCEL_PROCESS_INSTANCE', topmost(call, { $in: ['ACTIVE', 'SUSPENDED'] }), engine.cancelInstance),
    'processInstances.suspendBatch': (call) =>
      run(call, 'SUSPEND_PROCESS_INSTANCE', topmost(call, 'ACTIVE'), engine.suspendInstance),
    'processInstances.resumeBatch': (call) =>
      run(call, 'RESUME_PROCESS_INSTANCE', topmost(call, 'SUSPENDED'), engine.resumeInstance),
    'processInstances.deleteBatch': (call) => {
      const ended = targets(call, { state: { $in: ['COMPLETED', 'TERMINATED'] } })
      return runAtOnce(call, 'DELETE_PROCESS_INSTANCE', ended, engine.deleteInstances)
    },
    'decisionInstances.deleteBatch': (call) => {
      const evaluations = new Map(
        matching(call, searchableDecisionInstances(visible)).map((instance) => [
          instance.decisionEvaluationKey,
          instance,
        ]),
      )
      const found = [...evaluations].map(([itemKey, instance]) => ({ ...instance, itemKey }))
      return runAtOnce(call, 'DELETE_DECISION_INSTANCE', found, engine.deleteDecisionInstances)
    },
    'processInstances.modifyBatch': (call) => {
      const moveInstructions = call.body.moveInstructions.map(toMove)
      return run(call, 'MODIFY_PROCESS_INSTANCE', targets(call, { state: 'ACTIVE' }), (key) =>
        engine.modifyInstance(key, { moveInstructions }),
      )
    },
    'processInstances.migrateBatch': (call) =>
      run(call, 'MIGRATE_PROCESS_INSTANCE', targets(call, { state: 'ACTIVE' }), (key) =>
        engine.migrateInstance(key, call.body.migrationPlan),
      ),
    'processInstances.resolveIncidentsBatch': (call) => {
      const found = incidentsOf(keysOf(instances(call, { state: 'ACTIVE', hasIncident: true })))
      return run(call, 'RESOLVE_INCIDENT', found, (key) => engine.resolveIncident(key))
    },
    'processInstances.resolveIncidents': (call) => {
      const { processInstanceKey = '' } = call.params
      if (!engine.processInstances.get(processInstanceKey)) throw notFound('Process Instance', processInstanceKey)
      return run(call, 'RESOLVE_INCIDENT', incidentsOf([processInstanceKey]), (key) => engine.resolveIncident(key))
    },
    'jobs.updateBatch': (call) => {
      const jobs = matching(
        call,
        searchableCollection(visible.jobs, ({ jobKey }) => jobKey),
      )
      const open = jobs.filter(({ endTime }) => endTime === null).map((job) => ({ ...job, itemKey: job.jobKey }))
      return run(call, 'UPDATE_JOB', open, (key) => engine.updateJob(key, call.body.changeset))
    },
    'batchOperations.get': ({ params: { batchOperationKey = '' } }) => {
      const batch = batches.visible.get(batchOperationKey)
      if (batch === undefined) throw notFound('Batch operation', batchOperationKey)
      return batch
    },
    'batchOperations.search': (call) =>
      search(
        call,
        searchableOf(() => batches.visible.values(), {
          fields: { operationType: ({ batchOperationType }) => batchOperationType },
        }),
      ),
    'batchOperations.searchItems': (call) =>
      search(
        call,
        searchableOf(() => items.visible.values()),
      ),
    'batchOperations.cancel': finished,
    'batchOperations.suspend': finished,
    'batchOperations.resume': finished,
  }
}

interface BatchMove {
  readonly sourceElementId: string
  readonly targetElementId: string
}

/** Each element instance is moved within its scope. */
function toMove({ sourceElementId, targetElementId }: BatchMove): MoveInstruction {
  return {
    sourceElementInstruction: { sourceElementId },
    targetElementId,
    ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
  }
}
