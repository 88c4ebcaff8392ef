import { array, key, number, object, openEnum, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { decisionInstanceStates, decisionTypes } from '../enumerations.ts'
import { decisionInstanceRoutes as routes } from '../routes.ts'
import type { DecisionInstance, DecisionInstanceInput, DecisionInstanceOutput } from '../types/decision-instance.ts'
import { type Answers, maybe, page } from './answers.ts'

const input: GenericSchema<unknown, DecisionInstanceInput> = object({
  id: maybe(string()),
  name: maybe(string()),
  value: maybe(string()),
})

const output: GenericSchema<unknown, DecisionInstanceOutput> = object({
  id: maybe(string()),
  name: maybe(string()),
  value: maybe(string()),
  ruleId: maybe(string()),
  ruleIndex: maybe(number()),
})

const decisionInstance: GenericSchema<unknown, DecisionInstance> = object({
  id: string(),
  key: key(),
  state: openEnum(decisionInstanceStates),
  evaluationDate: string(),
  evaluationFailure: maybe(string()),
  processDefinitionKey: maybe(key()),
  processInstanceKey: maybe(key()),
  decisionId: string(),
  decisionDefinitionId: maybe(string()),
  decisionName: maybe(string()),
  decisionVersion: number(),
  decisionType: openEnum(decisionTypes),
  result: maybe(string()),
  evaluatedInputs: maybe(array(input)),
  evaluatedOutputs: maybe(array(output)),
  tenantId: maybe(string()),
})

export const decisionInstanceAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(decisionInstance) },
  get: { ...routes.get, response: decisionInstance },
}
