import { findActiveProcessInstance, findProcessDefinition, requireNotSuspended } from '../commands/find.ts'
import { EngineError } from '../errors.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import { conflict, type MigrateInstanceInput, type Migration } from './migration.ts'

/** Looks up everything that a migration names. */
export function readMigration(runtime: Runtime, processInstanceKey: string, input: MigrateInstanceInput): Migration {
  const { targetProcessDefinitionKey: key, mappingInstructions } = input
  const root = findActiveProcessInstance(runtime, processInstanceKey)
  requireNotSuspended(root)
  const source = root.processInstance.definition
  const target = findProcessDefinition(runtime, key)
  if (target.tenantId !== source.tenantId) {
    throw new EngineError('NOT_FOUND', `There is no process definition with the key '${key}'.`)
  }
  const mapping = new Map<string, string>()
  for (const { sourceElementId, targetElementId } of mappingInstructions) {
    if (mapping.has(sourceElementId))
      throw invalid(`There is more than one mapping for the element '${sourceElementId}'.`)
    requireElement(source.model, sourceElementId, 'source')
    requireElement(target.model, targetElementId, 'target')
    mapping.set(sourceElementId, targetElementId)
  }
  requireFreeCorrelationKey(runtime, root, target)
  return { root, source, target, mapping }
}

function requireElement({ id, elements, flows }: ProcessModel, elementId: string, what: string): void {
  if (elementId === id || elements.has(elementId) || flows.some((flow) => flow.id === elementId)) return
  throw invalid(`The ${what} process '${id}' has no element '${elementId}'.`)
}

/** A process has at most one instance at a time for each correlation key of a message that started it. */
function requireFreeCorrelationKey(
  { messages }: Runtime,
  root: ElementInstance,
  { model, tenantId }: ProcessDefinition,
) {
  if (model.id === root.processInstance.definition.model.id) return
  const correlationKey = messages.startedWith(root.sequence)
  const startsByMessage = model.root.children.some(
    ({ type, event }) => type === 'START_EVENT' && event?.kind === 'message',
  )
  if (correlationKey === undefined || !startsByMessage || !messages.isRunning(tenantId, model.id, correlationKey))
    return
  const message = `The process '${model.id}' has an active instance that a message started with the same correlation key`
  throw conflict(`${message}, '${correlationKey}'. There can be only one.`)
}

function invalid(message: string): EngineError {
  return new EngineError('INVALID_ARGUMENT', message)
}
