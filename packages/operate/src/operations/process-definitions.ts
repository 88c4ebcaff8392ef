import type { Operation } from '@x/rest'
import { key, object } from '@x/rest/validation'
import { type GenericSchema, number, string } from 'valibot'
import { processDefinitionFields as fields } from '../resources/process-definitions.ts'
import { processDefinitionRoutes as routes } from '../routes.ts'
import type { ProcessDefinition } from '../types/process-definition.ts'
import { lifetime } from './lifetime.ts'
import { maybe, page, searchQuery } from './schemas.ts'

const processDefinition: GenericSchema<unknown, ProcessDefinition> = object({
  key: key(),
  name: maybe(string()),
  version: number(),
  versionTag: maybe(string()),
  bpmnProcessId: string(),
  tenantId: maybe(string()),
})

const permission = 'PROCESS_DEFINITION READ_PROCESS_DEFINITION on *'

export const processDefinitionOperations: readonly Operation[] = [
  {
    ...routes.search,
    ...lifetime,
    summary: 'One page of process definitions',
    permission,
    body: searchQuery(fields),
    response: page(processDefinition),
  },
  {
    ...routes.get,
    ...lifetime,
    summary: 'One process definition',
    permission,
    params: { key: key() },
    response: processDefinition,
  },
  {
    ...routes.getXml,
    ...lifetime,
    summary: 'The BPMN as it was deployed',
    permission,
    params: { key: key() },
    response: string(),
  },
]
