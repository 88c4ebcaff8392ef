import type { Operation } from '@x/rest'
import { key, object } from '@x/rest/validation'
import { type GenericSchema, number, string } from 'valibot'
import { decisionDefinitionFields as fields } from '../resources/decision-definitions.ts'
import { decisionDefinitionRoutes as routes } from '../routes.ts'
import type { DecisionDefinition } from '../types/decision-definition.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

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

const permission = 'DECISION_DEFINITION READ_DECISION_DEFINITION on *'

export const decisionDefinitionOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of decision definitions',
    permission,
    body: searchQuery(fields),
    response: page(decisionDefinition),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One decision definition',
    permission,
    params: { key: key() },
    response: decisionDefinition,
  },
]
