import type { CallInput } from '../calls/call.ts'

/** A first call: a common question, and the operation that answers it. */
export interface Suggestion {
  readonly question: string
  /** What the response shows. */
  readonly about: string
  readonly api: string
  readonly id: string
  readonly given: CallInput
}

/** Each works at once on any cluster. */
export const suggestions: readonly Suggestion[] = [
  {
    question: 'Which processes are running?',
    about: 'Instances that have not ended, the newest first',
    api: 'orchestration',
    id: 'processInstances.search',
    given: {
      params: {},
      input: { filter: { state: 'ACTIVE' }, sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: 20 } },
    },
  },
  {
    question: 'What went wrong?',
    about: 'Open incidents, with the message of each',
    api: 'orchestration',
    id: 'incidents.search',
    given: { params: {}, input: { filter: { state: 'ACTIVE' }, page: { limit: 20 } } },
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
