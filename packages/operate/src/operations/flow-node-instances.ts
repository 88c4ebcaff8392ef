import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { flowNodeInstanceAnswers as answers } from '../answers/flow-node-instances.ts'
import { flowNodeInstanceFields as fields } from '../resources/flow-node-instances.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const flowNodeInstanceOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of flow node instances',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One flow node instance',
    permission,
    params: { key: key() },
  },
]
