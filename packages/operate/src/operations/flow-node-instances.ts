import type { Operation } from '@x/rest'
import { key, object, openEnum } from '@x/rest/validation'
import { boolean, type GenericSchema, string } from 'valibot'
import { flowNodeInstanceFields as fields } from '../resources/flow-node-instances.ts'
import { flowNodeInstanceRoutes as routes } from '../routes.ts'
import type { FlowNodeInstance } from '../types/flow-node-instance.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const state = openEnum(['ACTIVE', 'COMPLETED', 'TERMINATED'])
const type = openEnum([
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

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const flowNodeInstanceOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of flow node instances',
    permission,
    body: searchQuery(fields, { state, type }),
    response: page(flowNodeInstance),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One flow node instance',
    permission,
    params: { key: key() },
    response: flowNodeInstance,
  },
]
