import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { incidentAnswers as answers } from '../answers/incidents.ts'
import { incidentFields as fields } from '../resources/incidents.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const incidentOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of incidents',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One incident',
    permission,
    params: { key: key() },
  },
]
