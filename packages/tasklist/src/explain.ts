import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain(error: FailedCall): string | undefined {
  switch (error.status) {
    case 401:
      return 'use a client of the cluster with the scope Tasklist, not one of the organization, and check `audience`'
    case 403:
      return 'the user or client lacks the permission. With a session cookie, the header X-CSRF-TOKEN is missing or wrong'
    case 404:
      return isNotServed(error)
        ? 'there is no Tasklist v1 here. Check `baseUrl`; from Camunda 8.10 on use the Orchestration Cluster REST API v2'
        : undefined
    default:
      return undefined
  }
}

/**
 * Distinguishes a missing API from a missing task, for a 404. Each of Tasklist's errors has an `instance`. A 404
 * without one comes from a gateway, or from a newer Camunda without this path.
 */
export function isNotServed({ instance, detail }: FailedCall): boolean {
  return instance === undefined || noRoute.test(detail ?? '')
}

/** What frameworks say about an unknown path. */
const noRoute = /^no (static resource|endpoint|handler)\b/i
