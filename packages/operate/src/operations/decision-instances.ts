import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { decisionInstanceAnswers as answers } from '../answers/decision-instances.ts'
import { decisionInstanceFields as fields } from '../resources/decision-instances.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'DECISION_DEFINITION READ_DECISION_INSTANCE on *'

export const decisionInstanceOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of decision instances, without their results',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One decision instance with its result, inputs and outputs',
    permission,
    params: { id: string() },
  },
]
