import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain({ status, type, operation }: FailedCall): string | undefined {
  switch (status) {
    case 401:
      return 'use a client of the cluster with the scope Operate, not one of the organization, and check `audience`'
    case 403:
      return `the client needs the permission ${permissionFor(operation)}; before Camunda 8.8 the scope Operate`
    case 404:
      return isNamed(type)
        ? undefined
        : 'there is no Operate v1 here. Check `baseUrl`; from Camunda 8.10 on use the Orchestration Cluster REST API v2'
    default:
      return undefined
  }
}

/** Distinguishes a missing API from a missing entity, for a 404. */
export function isNotServed({ type }: FailedCall): boolean {
  return !isNamed(type)
}

/**
 * Whether a 404 comes from Operate, whose errors have a type, for an unknown key `Requested resource not found`. A 404
 * without a type comes from a gateway, or from a newer Camunda without this path.
 */
function isNamed(type: string | undefined): boolean {
  return type !== undefined && type !== 'about:blank'
}

/** The same text as in the operation table, which is too large to import here. */
function permissionFor(operation: string): string {
  const [resource = '', verb] = operation.split('.')
  if (resource === 'decisionRequirements') return 'DECISION_REQUIREMENTS_DEFINITION READ on *'
  const kind = resource.startsWith('decision') ? 'DECISION' : 'PROCESS'
  const action = verb === 'delete' ? 'DELETE' : 'READ'
  return `${kind}_DEFINITION ${action}_${kind}_${resource.endsWith('Definitions') ? 'DEFINITION' : 'INSTANCE'} on *`
}
