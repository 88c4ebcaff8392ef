import { key, number, object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { decisionRequirementsRoutes as routes } from '../routes.ts'
import type { DecisionRequirements } from '../types/decision-requirements.ts'
import { type Answers, maybe, page } from './answers.ts'

const decisionRequirements: GenericSchema<unknown, DecisionRequirements> = object({
  id: string(),
  key: key(),
  decisionRequirementsId: string(),
  name: maybe(string()),
  version: number(),
  resourceName: maybe(string()),
  tenantId: maybe(string()),
})

export const decisionRequirementsAnswers: Answers<'search' | 'get' | 'getXml'> = {
  search: { ...routes.search, response: page(decisionRequirements) },
  get: { ...routes.get, response: decisionRequirements },
  getXml: { ...routes.getXml, response: string() },
}
