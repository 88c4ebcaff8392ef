import { boolean, key, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { flowNodeInstanceRoutes as routes } from '../routes.ts'
import type { FlowNodeInstance, FlowNodeInstanceState, FlowNodeType } from '../types/flow-node-instance.ts'
import { type Answers, maybe, page } from './answers.ts'

export const state: GenericSchema<unknown, FlowNodeInstanceState> = openEnum(['ACTIVE', 'COMPLETED', 'TERMINATED'])
export const type: GenericSchema<unknown, FlowNodeType> = openEnum([
  'UNSPECIFIED',
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'START_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT',
  'END_EVENT',
  'SERVICE_TASK',
  'RECEIVE_TASK',
  'USER_TASK',
  'MANUAL_TASK',
  'TASK',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'PARALLEL_GATEWAY',
  'EVENT_BASED_GATEWAY',
  'SEQUENCE_FLOW',
  'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
  'UNKNOWN',
])

const flowNodeInstance: GenericSchema<unknown, FlowNodeInstance> = object({
  key: key(),
  processInstanceKey: key(),
  processDefinitionKey: maybe(key()),
  startDate: string(),
  endDate: maybe(string()),
  flowNodeId: string(),
  flowNodeName: maybe(string()),
  incidentKey: maybe(key()),
  type,
  state,
  incident: maybe(boolean()),
  tenantId: maybe(string()),
})

export const flowNodeInstanceAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(flowNodeInstance) },
  get: { ...routes.get, response: flowNodeInstance },
}
