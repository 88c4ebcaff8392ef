import type { Members } from '../../sampled/members.ts'
import type { Call } from '../handler.ts'
import { entityKinds, idOf, type MemberKind, ownerTypeOf } from '../identity/kinds.ts'

/** A change made by a command: one entity, with other data that identifies it. */
export interface AuditedChange extends Members {
  readonly entityType: string
  readonly entityKey: string
  readonly operationType: string
  readonly category: 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS'
}

/** Returns the changes of a successful command from its request and its result. */
type ReadChanges = (call: Call, result: Members) => readonly AuditedChange[]

/** The entity whose key is first in the path. */
const ofPath =
  (entityType: string, operationType: string, category: AuditedChange['category']): ReadChanges =>
  ({ params }) => {
    const [[name = '', entityKey = ''] = []] = Object.entries(params)
    return [{ entityType, operationType, category, entityKey, [name]: entityKey }]
  }

const instance = (operationType: string): ReadChanges => ofPath('PROCESS_INSTANCE', operationType, 'DEPLOYED_RESOURCES')
const task = (operationType: string): ReadChanges => ofPath('USER_TASK', operationType, 'USER_TASKS')
const batch: ReadChanges = (_, { batchOperationKey, batchOperationType }) => [
  {
    entityType: 'BATCH',
    operationType: 'CREATE',
    category: 'DEPLOYED_RESOURCES',
    entityKey: String(batchOperationKey),
    batchOperationKey,
    batchOperationType,
  },
]

const CHANGES: Readonly<Record<string, ReadChanges>> = {
  'userTasks.assign': task('ASSIGN'),
  'userTasks.unassign': task('UNASSIGN'),
  'userTasks.update': task('UPDATE'),
  'userTasks.complete': task('COMPLETE'),
  'processInstances.create': (_, { processInstanceKey }) => [
    {
      entityType: 'PROCESS_INSTANCE',
      operationType: 'CREATE',
      category: 'DEPLOYED_RESOURCES',
      entityKey: String(processInstanceKey),
      processInstanceKey,
    },
  ],
  'processInstances.cancel': instance('CANCEL'),
  'processInstances.modify': instance('MODIFY'),
  'processInstances.migrate': instance('MIGRATE'),
  'processInstances.suspend': instance('SUSPEND'),
  'processInstances.resume': instance('RESUME'),
  'incidents.resolve': ofPath('INCIDENT', 'RESOLVE', 'DEPLOYED_RESOURCES'),
  'jobs.update': ofPath('JOB', 'UPDATE', 'DEPLOYED_RESOURCES'),
  'deployments.create': (_, { deployments, deploymentKey }) =>
    (deployments as readonly Members[]).flatMap((item) => deployedChange(item, deploymentKey)),
  'resources.delete': ofPath('RESOURCE', 'DELETE', 'DEPLOYED_RESOURCES'),
  'decisionDefinitions.evaluate': (_, result) => [
    {
      ...result,
      entityType: 'DECISION',
      operationType: 'EVALUATE',
      category: 'DEPLOYED_RESOURCES',
      entityKey: String(result.decisionEvaluationKey),
    },
  ],
  'authorizations.create': ({ body }, { authorizationKey }) => [
    {
      entityType: 'AUTHORIZATION',
      operationType: 'CREATE',
      category: 'ADMIN',
      entityKey: String(authorizationKey),
      relatedEntityKey: body.ownerId,
      relatedEntityType: body.ownerType,
    },
  ],
  'authorizations.update': ofPath('AUTHORIZATION', 'UPDATE', 'ADMIN'),
  'authorizations.delete': ofPath('AUTHORIZATION', 'DELETE', 'ADMIN'),
}

/** The entries of a deployed artifact: a decision belongs to its file. */
function deployedChange(item: Members, deploymentKey: unknown): readonly AuditedChange[] {
  const kind = ARTIFACTS.find((name) => item[name] !== null && item[name] !== undefined)
  if (kind === undefined) return []
  const artifact = item[kind] as Members
  const entityKey = String(artifact[`${kind}Key`])
  return [
    {
      ...artifact,
      deploymentKey,
      entityType: 'RESOURCE',
      operationType: 'CREATE',
      category: 'DEPLOYED_RESOURCES',
      entityKey,
    },
  ]
}

const ARTIFACTS = ['processDefinition', 'decisionRequirements', 'form', 'resource'] as const

/** The changes that a command has made; none if the audit log does not cover it. */
export function changesOf(call: Call, result: Members): readonly AuditedChange[] {
  const { id } = call.operation
  const read = CHANGES[id]
  if (read) return read(call, result)
  if (id.endsWith('Batch') || id === 'processInstances.resolveIncidents') return batch(call, result)
  return identityChange(call)
}

/** The changes to users, groups, roles, tenants and mapping rules, and to their members. */
function identityChange({ operation: { id }, params, body }: Call): readonly AuditedChange[] {
  const [resource = '', verb = ''] = id.split('.')
  const kind = entityKinds.find((candidate) => candidate === resource)
  if (kind === undefined) return []
  const entityType = kind === 'tenants' ? 'TENANT' : (ownerTypeOf(kind) ?? '')
  const category = 'ADMIN'
  const entityKey = params[idOf(kind)] ?? body?.[idOf(kind)]
  const member = Object.entries(params)[1]
  if (verb === 'create' || verb === 'update' || verb === 'delete') {
    return [{ entityType, entityKey, operationType: verb.toUpperCase(), category }]
  }
  if (!/^(un)?assign/.test(verb) || member === undefined) return []
  const [memberName, relatedEntityKey] = member
  const memberKind = MEMBER_KINDS.find((candidate) => idOf(candidate) === memberName)
  const relatedEntityType = memberKind && ownerTypeOf(memberKind)
  const operationType = verb.startsWith('un') ? 'UNASSIGN' : 'ASSIGN'
  return [{ entityType, entityKey, operationType, category, relatedEntityKey, relatedEntityType }]
}

const MEMBER_KINDS: readonly MemberKind[] = [...entityKinds, 'clients']
