import type { Operation } from '@x/rest'
import { key } from '@x/rest/validation'
import { processInstanceAnswers as answers } from '../answers/process-instances.ts'
import { processInstanceFields as fields } from '../resources/process-instances.ts'
import { lifetime } from './lifetime.ts'
import { searchQuery } from './search-query.ts'

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const processInstanceOperations: readonly Operation[] = [
  {
    ...answers.search,
    ...lifetime,
    summary: 'One page of process instances',
    permission,
    body: searchQuery(fields),
  },
  {
    ...answers.get,
    ...lifetime,
    summary: 'One process instance',
    permission,
    params: { key: key() },
  },
  {
    ...answers.delete,
    ...lifetime,
    summary: 'Deletes a finished process instance with all that belongs to it',
    permission: 'PROCESS_DEFINITION DELETE_PROCESS_INSTANCE on *',
    params: { key: key() },
  },
  {
    ...answers.getStatistics,
    ...lifetime,
    summary: 'How many tokens are in, or went through, each flow node of a process instance',
    permission,
    params: { key: key() },
  },
  {
    ...answers.getSequenceFlows,
    ...lifetime,
    summary: 'Ids of the sequence flows that a process instance took',
    permission,
    params: { key: key() },
  },
]
