import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { processDefinitionAnswers as answers } from '../answers/process-definitions.ts'
import { processDefinitionFields as fields } from '../resources/process-definitions.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'PROCESS_DEFINITION READ_PROCESS_DEFINITION on *'

export const processDefinitionOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of process definitions',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One process definition',
    permission,
    params: { key: key() },
  },
  {
    ...answers.getXml,
    ...lifetime,
    summary: 'The BPMN as it was deployed',
    permission,
    params: { key: key() },
  },
]
