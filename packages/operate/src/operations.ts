import type { Operation } from '@x/rest'
import { decisionDefinitionOperations } from './operations/decision-definitions.ts'
import { decisionInstanceOperations } from './operations/decision-instances.ts'
import { decisionRequirementsOperations } from './operations/decision-requirements.ts'
import { flowNodeInstanceOperations } from './operations/flow-node-instances.ts'
import { incidentOperations } from './operations/incidents.ts'
import { processDefinitionOperations } from './operations/process-definitions.ts'
import { processInstanceOperations } from './operations/process-instances.ts'
import { variableOperations } from './operations/variables.ts'

/** All operations of the Operate API v1. */
export const operations: readonly Operation[] = [
  ...processDefinitionOperations,
  ...processInstanceOperations,
  ...flowNodeInstanceOperations,
  ...incidentOperations,
  ...variableOperations,
  ...decisionDefinitionOperations,
  ...decisionInstanceOperations,
  ...decisionRequirementsOperations,
]
