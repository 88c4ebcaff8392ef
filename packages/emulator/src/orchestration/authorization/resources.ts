import type { Engine } from '@x/engine'
import type { Members } from '../../sampled/members.ts'
import type { Identity } from '../identity/identity.ts'
import { entityKinds, kinds } from '../identity/kinds.ts'

/** The member of records, paths and bodies with the id that authorizations of a resource type refer to. */
const ID_MEMBERS: Readonly<Record<string, string>> = {
  BATCH: 'batchOperationKey',
  CLUSTER_VARIABLE: 'name',
  DECISION_DEFINITION: 'decisionDefinitionId',
  DECISION_REQUIREMENTS_DEFINITION: 'decisionRequirementsId',
  DOCUMENT: 'documentId',
  GROUP: 'groupId',
  MAPPING_RULE: 'mappingRuleId',
  MESSAGE: 'name',
  PROCESS_DEFINITION: 'processDefinitionId',
  RESOURCE: 'resourceId',
  ROLE: 'roleId',
  TENANT: 'tenantId',
  USER: 'username',
  USER_TASK: 'userTaskKey',
}

/** The id by which authorizations refer to a record. */
export function idIn(record: Members, resourceType: string, { processInstances }: Engine): string | undefined {
  const id = record[ID_MEMBERS[resourceType] ?? '']
  if (id !== undefined && id !== null) return String(id)
  // Variables and similar records belong to the process of their instance.
  if (resourceType !== 'PROCESS_DEFINITION' || typeof record.processInstanceKey !== 'string') return undefined
  return processInstances.get(record.processInstanceKey)?.processDefinitionId
}

/** How to find the engine record for a key in a path. */
const finders: Readonly<Record<string, (engine: Engine, key: string) => object | undefined>> = {
  adHocSubProcessInstanceKey: ({ elementInstances }, key) => elementInstances.get(key),
  decisionDefinitionKey: ({ decisionDefinitions }, key) => decisionDefinitions.get(key),
  decisionEvaluationInstanceKey: ({ decisionInstances }, key) => decisionInstances.get(key),
  decisionEvaluationKey: ({ decisionInstances }, key) => decisionInstances.get(`${key}-1`),
  decisionRequirementsKey: ({ decisionRequirements }, key) => decisionRequirements.get(key),
  elementInstanceKey: ({ elementInstances, processInstances }, key) =>
    elementInstances.get(key) ?? processInstances.get(key),
  formKey: ({ forms }, key) => withId(forms.get(key), ({ formId }) => formId),
  incidentKey: ({ incidents }, key) => incidents.get(key),
  jobKey: ({ jobs }, key) => jobs.get(key),
  processDefinitionKey: ({ processDefinitions }, key) => processDefinitions.get(key),
  processInstanceKey: ({ processInstances }, key) => processInstances.get(key),
  resourceKey: ({ resources }, key) => resources.get(key),
  userTaskKey: ({ userTasks }, key) => userTasks.get(key),
  variableKey: ({ variables }, key) => variables.get(key),
}

const withId = <R>(record: R | undefined, idOf: (record: R) => string): object | undefined =>
  record && { resourceId: idOf(record) }

/** The resource that a path refers to. */
export interface PathSubject {
  /** The record that it refers to, or the path parameters themselves; undefined if there is no such record. */
  readonly record: Members | undefined
  /** Whether the record comes from the engine. */
  readonly isFromEngine: boolean
}

export function subjectOf(
  params: Readonly<Record<string, string>>,
  engine: Engine,
  { entities }: Identity,
): PathSubject {
  const [name = '', value = ''] = Object.entries(params)[0] ?? []
  const find = finders[name]
  if (find) return { record: find(engine, value) as Members | undefined, isFromEngine: true }
  const kind = entityKinds.find((candidate) => kinds[candidate].id === name)
  const exists = kind === undefined || entities[kind].has(value)
  return { record: exists ? params : undefined, isFromEngine: false }
}
