import { key, number, object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { decisionDefinitionRoutes as routes } from '../routes.ts'
import type { DecisionDefinition } from '../types/decision-definition.ts'
import { type Answers, maybe, page } from './answers.ts'

const decisionDefinition: GenericSchema<unknown, DecisionDefinition> = object({
  id: string(),
  key: key(),
  decisionId: string(),
  name: maybe(string()),
  version: number(),
  decisionRequirementsId: string(),
  decisionRequirementsKey: key(),
  decisionRequirementsName: maybe(string()),
  decisionRequirementsVersion: maybe(number()),
  tenantId: maybe(string()),
})

export const decisionDefinitionAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(decisionDefinition) },
  get: { ...routes.get, response: decisionDefinition },
}
