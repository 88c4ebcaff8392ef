import type { Operation } from '@x/rest'
import { key, object, openEnum } from '@x/rest/validation'
import { array, type GenericSchema, number, string } from 'valibot'
import { decisionInstanceFields as fields } from '../resources/decision-instances.ts'
import { decisionInstanceRoutes as routes } from '../routes.ts'
import type { DecisionInstance, DecisionInstanceInput, DecisionInstanceOutput } from '../types/decision-instance.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const state = openEnum(['FAILED', 'EVALUATED', 'UNKNOWN', 'UNSPECIFIED'])
const decisionType = openEnum(['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'])

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
  state,
  evaluationDate: string(),
  evaluationFailure: maybe(string()),
  processDefinitionKey: maybe(key()),
  processInstanceKey: maybe(key()),
  decisionId: string(),
  decisionDefinitionId: maybe(string()),
  decisionName: maybe(string()),
  decisionVersion: number(),
  decisionType,
  result: maybe(string()),
  evaluatedInputs: maybe(array(input)),
  evaluatedOutputs: maybe(array(output)),
  tenantId: maybe(string()),
})

const permission = 'DECISION_DEFINITION READ_DECISION_INSTANCE on *'

export const decisionInstanceOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of decision instances, without their results',
    permission,
    body: searchQuery(fields, { state, decisionType }),
    response: page(decisionInstance),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One decision instance with its result, inputs and outputs',
    permission,
    params: { id: string() },
    response: decisionInstance,
  },
]
