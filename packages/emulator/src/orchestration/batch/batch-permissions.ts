import type { Permission } from '../authorization/permissions.ts'
import type { Call } from '../handler.ts'

const process = (permissionType: string): Permission => ({ resourceType: 'PROCESS_DEFINITION', permissionType })
const decision = (permissionType: string): Permission => ({ resourceType: 'DECISION_DEFINITION', permissionType })

/** The permissions for each item of a batch, in addition to the permission to create the batch. */
const PERMISSIONS: Readonly<Record<string, Permission>> = {
  CANCEL_PROCESS_INSTANCE: process('CANCEL_PROCESS_INSTANCE'),
  DELETE_DECISION_INSTANCE: decision('DELETE_DECISION_INSTANCE'),
  DELETE_PROCESS_INSTANCE: process('DELETE_PROCESS_INSTANCE'),
  MODIFY_PROCESS_INSTANCE: process('MODIFY_PROCESS_INSTANCE'),
  RESUME_PROCESS_INSTANCE: process('SUSPEND_PROCESS_INSTANCE'),
  SUSPEND_PROCESS_INSTANCE: process('SUSPEND_PROCESS_INSTANCE'),
}

/** The permission for one item of a batch of this type. */
export const permissionOf = (batchOperationType: string): Permission =>
  PERMISSIONS[batchOperationType] ?? process('UPDATE_PROCESS_INSTANCE')

/** Whether the caller's batch may include an item. */
export function isReadableBy({ allows, operation: { id } }: Call, item: object): boolean {
  const read = id.startsWith('decisionInstances.')
    ? decision('READ_DECISION_INSTANCE')
    : process('READ_PROCESS_INSTANCE')
  return allows?.(read, { ...item }) !== false
}

export const refusalOf = ({ permissionType, resourceType }: Permission): string =>
  `Insufficient permissions to perform operation '${permissionType}' on resource '${resourceType}'`
