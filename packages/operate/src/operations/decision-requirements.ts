import type { Operation } from '@x/rest'
import { key, object } from '@x/rest/validation'
import { type GenericSchema, number, string } from 'valibot'
import { decisionRequirementsFields as fields } from '../resources/decision-requirements.ts'
import { decisionRequirementsRoutes as routes } from '../routes.ts'
import type { DecisionRequirements } from '../types/decision-requirements.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const decisionRequirements: GenericSchema<unknown, DecisionRequirements> = object({
  id: string(),
  key: key(),
  decisionRequirementsId: string(),
  name: maybe(string()),
  version: number(),
  resourceName: maybe(string()),
  tenantId: maybe(string()),
})

const permission = 'DECISION_REQUIREMENTS_DEFINITION READ on *'

export const decisionRequirementsOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of decision requirements',
    permission,
    body: searchQuery(fields),
    response: page(decisionRequirements),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One decision requirements entry',
    permission,
    params: { key: key() },
    response: decisionRequirements,
  },
  {
    ...routes.getXml,
    ...lifetime,
    summary: 'The DMN as it was deployed',
    permission,
    params: { key: key() },
    response: string(),
  },
]
