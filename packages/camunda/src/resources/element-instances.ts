import type {
  ElementInstanceFilter,
  ElementInstanceSortField,
  ElementInstance as NewerElementInstance,
} from '@x/orchestration'
import type { Partly } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import type { ClusterApi } from './read.ts'

/** An element that a process instance has reached. Operate v1 does not know the id of the process. */
export type ElementInstance = Partly<NewerElementInstance, 'processDefinitionId'>

/** The tasks, events, gateways and sub-processes that process instances have reached. */
export interface ElementInstances
  extends Queries<
    NewerElementInstance['elementInstanceKey'],
    ElementInstanceFilter,
    ElementInstanceSortField,
    ElementInstance
  > {}

export const createElementInstances = (api: ClusterApi): ElementInstances => createQueries(api, 'elementInstances')
