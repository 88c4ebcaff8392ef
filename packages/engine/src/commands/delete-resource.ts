import { EngineError } from '../errors.ts'
import { sequenceOf } from '../keys.ts'
import type { Runtime } from '../run/runtime.ts'
import { openStartEvents } from '../run/start-events.ts'
import { DecisionRequirements } from '../state/decision-requirements.ts'
import { Form, GenericResource } from '../state/deployed-file.ts'
import { ProcessDefinition } from '../state/process-definition.ts'
import type { Versioned, Versions } from '../state/versions.ts'

/** Deletes the resource with this key. It can no longer be used, and its history stays. */
export function deleteResource(runtime: Runtime, resourceKey: string): void {
  const { store, decisionRequirements, decisions, forms, resources } = runtime
  const sequence = sequenceOf(resourceKey)
  const process = store.find(ProcessDefinition, sequence)
  const requirements = store.find(DecisionRequirements, sequence)
  if (process?.isDeleted === false) deleteProcess(runtime, process)
  else if (requirements !== undefined && decisionRequirements.has(requirements)) {
    decisionRequirements.delete(requirements)
    for (const definition of requirements.definitions.values()) decisions.delete(definition)
  } else if (
    !deleteFrom(forms, store.find(Form, sequence)) &&
    !deleteFrom(resources, store.find(GenericResource, sequence))
  ) {
    throw new EngineError('NOT_FOUND', `There is no deployed resource with the key '${resourceKey}'.`)
  }
}

function deleteFrom<T extends Versioned>(versions: Versions<T>, file: T | undefined): boolean {
  if (file === undefined || !versions.has(file)) return false
  versions.delete(file)
  return true
}

/**
 * Deletes a version. The previous version becomes the latest and is started by its events. Running instances continue.
 */
function deleteProcess(runtime: Runtime, definition: ProcessDefinition): void {
  const { definitions } = runtime
  const { tenantId, id } = definition
  const wasLatest = definitions.latest(tenantId, id) === definition
  definitions.delete(definition)
  definition.isDeleted = true
  if (wasLatest) openStartEvents(runtime, definitions.latest(tenantId, id), definition)
}
