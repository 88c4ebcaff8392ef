import { keyOf } from '../keys.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'

export interface ProcessDefinitionRecord {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly name: string | null
  readonly version: number
  readonly versionTag: string | null
  readonly resourceName: string
  /** Id of the form of its start event; null if there is none. */
  readonly startFormId: string | null
  readonly tenantId: string
  readonly deploymentKey: string
  /** Whether it was deleted. Instances of it may still run. */
  readonly isDeleted: boolean
  /** The deployed file. */
  readonly xml: string
}

export function toProcessDefinitionRecord(definition: ProcessDefinition): ProcessDefinitionRecord {
  return {
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: definition.model.id,
    name: definition.model.name,
    version: definition.version,
    versionTag: definition.model.versionTag,
    resourceName: definition.resourceName,
    startFormId: definition.model.startFormId,
    tenantId: definition.tenantId,
    deploymentKey: keyOf(definition.deploymentSequence),
    isDeleted: definition.isDeleted,
    xml: definition.xml,
  }
}
