import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { variableAnswers as answers } from '../answers/variables.ts'
import { variableFields as fields } from '../resources/variables.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const variableOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of variables, long values cut short',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One variable with its whole value',
    permission,
    params: { key: key() },
  },
]
