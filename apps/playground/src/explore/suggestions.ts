import type { CallInput } from '../calls/call.ts'

/** A call to begin with: a question that somebody has, and the operation that answers it. */
export interface Suggestion {
  readonly question: string
  /** What there is to see in the answer. */
  readonly about: string
  readonly api: string
  readonly id: string
  readonly given: CallInput
}

/** Each works at once, on whatever is there. */
export const suggestions: readonly Suggestion[] = [
  {
    question: 'Which processes run?',
    about: 'Instances that have not ended, the newest first',
    api: 'operate',
    id: 'processInstances.search',
    given: {
      params: {},
      input: { filter: { state: 'ACTIVE' }, sort: [{ field: 'startDate', order: 'DESC' }], size: 20 },
    },
  },
  {
    question: 'What went wrong?',
    about: 'Open incidents, with the message of each',
    api: 'operate',
    id: 'incidents.search',
    given: { params: {}, input: { filter: { state: 'ACTIVE' }, size: 20 } },
  },
  {
    question: 'Which clusters are there?',
    about: 'Clusters of the organization, their health and addresses',
    api: 'console',
    id: 'clusters.list',
    given: { params: {} },
  },
  {
    question: 'Which diagrams are being worked on?',
    about: 'Files of all projects, the last changed first',
    api: 'modeler',
    id: 'files.search',
    given: { params: {}, input: { sort: [{ field: 'updated', direction: 'DESC' }], size: 20 } },
  },
]
