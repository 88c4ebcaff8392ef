import { keyOf } from '../keys.ts'
import type { DecisionDefinition } from '../state/decision-definition.ts'
import type { DecisionRequirements } from '../state/decision-requirements.ts'

export interface DecisionDefinitionRecord {
  readonly decisionDefinitionKey: string
  readonly decisionDefinitionId: string
  readonly name: string
  readonly version: number
  readonly versionTag: string | null
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsName: string
  readonly decisionRequirementsVersion: number
  readonly tenantId: string
}

export function toDecisionDefinitionRecord(definition: DecisionDefinition): DecisionDefinitionRecord {
  const { decision, version, versionTag, requirements, tenantId } = definition
  return {
    decisionDefinitionKey: keyOf(definition.sequence),
    decisionDefinitionId: decision.id,
    name: decision.name,
    version,
    versionTag,
    decisionRequirementsId: requirements.id,
    decisionRequirementsKey: keyOf(requirements.sequence),
    decisionRequirementsName: requirements.graph.name,
    decisionRequirementsVersion: requirements.version,
    tenantId,
  }
}

export interface DecisionRequirementsRecord {
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsId: string
  readonly decisionRequirementsName: string
  readonly version: number
  readonly resourceName: string
  readonly tenantId: string
  readonly deploymentKey: string
  /** The deployed file. */
  readonly xml: string
}

export function toDecisionRequirementsRecord(requirements: DecisionRequirements): DecisionRequirementsRecord {
  return {
    decisionRequirementsKey: keyOf(requirements.sequence),
    decisionRequirementsId: requirements.id,
    decisionRequirementsName: requirements.graph.name,
    version: requirements.version,
    resourceName: requirements.resourceName,
    tenantId: requirements.tenantId,
    deploymentKey: keyOf(requirements.deploymentSequence),
    xml: requirements.xml,
  }
}
