import type { Operation } from '@x/rest'
import { key, object, openEnum } from '@x/rest/validation'
import { array, boolean, type GenericSchema, number, string } from 'valibot'
import { processInstanceFields as fields } from '../resources/process-instances.ts'
import { processInstanceRoutes as routes } from '../routes.ts'
import type { DeletionResult, FlowNodeStatistics, ProcessInstance } from '../types/process-instance.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const state = openEnum(['ACTIVE', 'COMPLETED', 'CANCELED'])

const statistics: GenericSchema<unknown, FlowNodeStatistics> = object({
  activityId: string(),
  active: number(),
  canceled: number(),
  incidents: number(),
  completed: number(),
})

const deletion: GenericSchema<unknown, DeletionResult> = object({ message: maybe(string()), deleted: number() })

const processInstance: GenericSchema<unknown, ProcessInstance> = object({
  key: key(),
  processVersion: number(),
  processVersionTag: maybe(string()),
  bpmnProcessId: string(),
  parentKey: maybe(key()),
  parentFlowNodeInstanceKey: maybe(key()),
  startDate: string(),
  endDate: maybe(string()),
  state,
  incident: maybe(boolean()),
  processDefinitionKey: key(),
  tenantId: maybe(string()),
})

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const processInstanceOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of process instances',
    permission,
    body: searchQuery(fields, { state }),
    response: page(processInstance),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One process instance',
    permission,
    params: { key: key() },
    response: processInstance,
  },
  {
    ...routes.delete,
    ...lifetime,
    summary: 'Deletes a finished process instance with all that belongs to it',
    permission: 'PROCESS_DEFINITION DELETE_PROCESS_INSTANCE on *',
    params: { key: key() },
    response: deletion,
  },
  {
    ...routes.getStatistics,
    ...lifetime,
    summary: 'How many tokens are in, or went through, each flow node of a process instance',
    permission,
    params: { key: key() },
    response: array(statistics),
  },
  {
    ...routes.getSequenceFlows,
    ...lifetime,
    summary: 'Ids of the sequence flows that a process instance took',
    permission,
    params: { key: key() },
    response: array(string()),
  },
]
