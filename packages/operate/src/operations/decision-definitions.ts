import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { decisionDefinitionAnswers as answers } from '../answers/decision-definitions.ts'
import { decisionDefinitionFields as fields } from '../resources/decision-definitions.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'DECISION_DEFINITION READ_DECISION_DEFINITION on *'

export const decisionDefinitionOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of decision definitions',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One decision definition',
    permission,
    params: { key: key() },
  },
]
