import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { decisionRequirementsAnswers as answers } from '../answers/decision-requirements.ts'
import { decisionRequirementsFields as fields } from '../resources/decision-requirements.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'DECISION_REQUIREMENTS_DEFINITION READ on *'

export const decisionRequirementsOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of decision requirements',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One decision requirements entry',
    permission,
    params: { key: key() },
  },
  {
    ...answers.getXml,
    ...lifetime,
    summary: 'The DMN as it was deployed',
    permission,
    params: { key: key() },
  },
]
