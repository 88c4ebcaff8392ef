import type { Operation } from '@x/rest'
import { key, object } from '@x/rest/validation'
import { boolean, type GenericSchema, string } from 'valibot'
import { variableFields as fields } from '../resources/variables.ts'
import { variableRoutes as routes } from '../routes.ts'
import type { Variable } from '../types/variable.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const variable: GenericSchema<unknown, Variable> = object({
  key: key(),
  processInstanceKey: key(),
  scopeKey: key(),
  name: string(),
  value: string(),
  truncated: boolean(),
  tenantId: maybe(string()),
})

const permission = 'PROCESS_DEFINITION READ_PROCESS_INSTANCE on *'

export const variableOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of variables, long values cut short',
    permission,
    body: searchQuery(fields),
    response: page(variable),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One variable with its whole value',
    permission,
    params: { key: key() },
    response: variable,
  },
]
