import { array, boolean, key, number, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { processInstanceStates } from '../enumerations.ts'
import { processInstanceRoutes as routes } from '../routes.ts'
import type { DeletionResult, FlowNodeStatistics, ProcessInstance } from '../types/process-instance.ts'
import { type Answers, maybe, page } from './answers.ts'

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
  state: openEnum(processInstanceStates),
  incident: maybe(boolean()),
  processDefinitionKey: key(),
  tenantId: maybe(string()),
})

export const processInstanceAnswers: Answers<'search' | 'get' | 'delete' | 'getStatistics' | 'getSequenceFlows'> = {
  search: { ...routes.search, response: page(processInstance) },
  get: { ...routes.get, response: processInstance },
  delete: { ...routes.delete, response: deletion },
  getStatistics: { ...routes.getStatistics, response: array(statistics) },
  getSequenceFlows: { ...routes.getSequenceFlows, response: array(string()) },
}
