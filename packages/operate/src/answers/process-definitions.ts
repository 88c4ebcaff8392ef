import { key, number, object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import { processDefinitionRoutes as routes } from '../routes.ts'
import type { ProcessDefinition } from '../types/process-definition.ts'
import { type Answers, maybe, page } from './answers.ts'

const processDefinition: GenericSchema<unknown, ProcessDefinition> = object({
  key: key(),
  name: maybe(string()),
  version: number(),
  versionTag: maybe(string()),
  bpmnProcessId: string(),
  tenantId: maybe(string()),
})

export const processDefinitionAnswers: Answers<'search' | 'get' | 'getXml'> = {
  search: { ...routes.search, response: page(processDefinition) },
  get: { ...routes.get, response: processDefinition },
  getXml: { ...routes.getXml, response: string() },
}
