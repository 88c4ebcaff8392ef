import type { Answer } from './answers/answers.ts'
import { decisionDefinitionAnswers } from './answers/decision-definitions.ts'
import { decisionInstanceAnswers } from './answers/decision-instances.ts'
import { decisionRequirementsAnswers } from './answers/decision-requirements.ts'
import { flowNodeInstanceAnswers } from './answers/flow-node-instances.ts'
import { incidentAnswers } from './answers/incidents.ts'
import { processDefinitionAnswers } from './answers/process-definitions.ts'
import { processInstanceAnswers } from './answers/process-instances.ts'
import { variableAnswers } from './answers/variables.ts'

/** The schemas of all answers: what the client validates with, a part of the operation table. */
export const answers: readonly Answer[] = [
  ...Object.values(processDefinitionAnswers),
  ...Object.values(processInstanceAnswers),
  ...Object.values(flowNodeInstanceAnswers),
  ...Object.values(incidentAnswers),
  ...Object.values(variableAnswers),
  ...Object.values(decisionDefinitionAnswers),
  ...Object.values(decisionInstanceAnswers),
  ...Object.values(decisionRequirementsAnswers),
]
