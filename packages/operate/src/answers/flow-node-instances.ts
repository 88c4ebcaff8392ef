import { boolean, key, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { flowNodeInstanceStates, flowNodeTypes } from '../enumerations.ts'
import { flowNodeInstanceRoutes as routes } from '../routes.ts'
import type { FlowNodeInstance } from '../types/flow-node-instance.ts'
import { type Answers, maybe, page } from './answers.ts'

const flowNodeInstance: GenericSchema<unknown, FlowNodeInstance> = object({
  key: key(),
  processInstanceKey: key(),
  processDefinitionKey: maybe(key()),
  startDate: string(),
  endDate: maybe(string()),
  flowNodeId: string(),
  flowNodeName: maybe(string()),
  incidentKey: maybe(key()),
  type: openEnum(flowNodeTypes),
  state: openEnum(flowNodeInstanceStates),
  incident: maybe(boolean()),
  tenantId: maybe(string()),
})

export const flowNodeInstanceAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(flowNodeInstance) },
  get: { ...routes.get, response: flowNodeInstance },
}
