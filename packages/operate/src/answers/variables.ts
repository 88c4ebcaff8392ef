import { boolean, key, object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { variableRoutes as routes } from '../routes.ts'
import type { Variable } from '../types/variable.ts'
import { type Answers, maybe, page } from './answers.ts'

const variable: GenericSchema<unknown, Variable> = object({
  key: key(),
  processInstanceKey: key(),
  scopeKey: key(),
  name: string(),
  value: string(),
  truncated: boolean(),
  tenantId: maybe(string()),
})

export const variableAnswers: Answers<'search' | 'get'> = {
  search: { ...routes.search, response: page(variable) },
  get: { ...routes.get, response: variable },
}
