import type { EventModel } from '../model/event-model.ts'
import type { ElementModel, ElementType } from '../model/process-model.ts'
import { scopesOf } from '../modify/activation.ts'
import { ACTIVATED, type ElementInstance } from '../state/element-instance.ts'
import { conflict, type Migration, targetOf } from './migration.ts'

const MIGRATED: ReadonlySet<ElementType> = new Set([
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'BUSINESS_RULE_TASK',
  'CALL_ACTIVITY',
  'EVENT_BASED_GATEWAY',
  'EVENT_SUB_PROCESS',
  'EXCLUSIVE_GATEWAY',
  'INTERMEDIATE_CATCH_EVENT',
  'MULTI_INSTANCE_BODY',
  'PROCESS',
  'RECEIVE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
  'SERVICE_TASK',
  'SUB_PROCESS',
  'USER_TASK',
])

const MIGRATED_EVENTS: readonly (EventModel['kind'] | undefined)[] = ['conditional', 'message', 'signal', 'timer']

/**
 * Returns the target of an active element instance. Rejects what Camunda does not migrate, and targets of another kind.
 */
export function checkElement(migration: Migration, instance: ElementInstance): ElementModel {
  const { element } = instance
  requireMigrated(instance)
  const target = targetOf(migration, instance)
  if (target === undefined) throw conflict(`There is no mapping for the active element '${element.id}'.`)
  const both = `The active element '${element.id}' is mapped to '${target.id}', but`
  if (target.type !== element.type) throw conflict(`${both} the one is a ${element.type}, the other a ${target.type}.`)
  if (target.event?.kind !== element.event?.kind) throw conflict(`${both} they are events of different kinds.`)
  if (target.loop?.isSequential !== element.loop?.isSequential) {
    throw conflict(`${both} only one of them is sequential.`)
  }
  if (!canChangeWorker(element, target)) throw conflict(`${both} only one of them is done by a job worker.`)
  const scope = instance.parent && targetOf(migration, instance.parent)
  if (scope !== scopesOf(target).at(-1)) throw conflict(`${both} the target is in another scope.`)
  return target
}

function requireMigrated({ element: { id, type, event, incoming }, live, phase }: ElementInstance): void {
  const isEvent = type === 'INTERMEDIATE_CATCH_EVENT'
  const isBehindGateway = incoming.some(({ source }) => source.type === 'EVENT_BASED_GATEWAY')
  if (!MIGRATED.has(type) || (isEvent && (isBehindGateway || !MIGRATED_EVENTS.includes(event?.kind)))) {
    const what = isEvent && event !== undefined ? `${type} of the kind '${event.kind}'` : type
    throw conflict(`The active element '${id}' cannot be migrated: it is a ${what}.`)
  }
  // It has already chosen its next flows in the old definition.
  if (live?.chosenFlows !== undefined || (live?.trigger !== undefined && phase !== ACTIVATED)) {
    throw conflict(`The active element '${id}' cannot be migrated: it begins or ends just now.`)
  }
}

/**
 * Whether the target may differ in who does the work. A user task may move from a worker to Camunda, but not back, and an
 * ad-hoc sub-process may not change. Any other element keeps the job that it already has.
 */
function canChangeWorker({ type, job }: ElementModel, target: ElementModel): boolean {
  const isSame = (job === undefined) === (target.job === undefined)
  if (type === 'USER_TASK') return isSame || job !== undefined
  return type !== 'AD_HOC_SUB_PROCESS' || isSame
}
