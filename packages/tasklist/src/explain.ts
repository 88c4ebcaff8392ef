import type { FailedCall } from '@x/rest'

/** A hint for the message of an error: what to change where the server does not say so. */
export function explain(error: FailedCall): string | undefined {
  switch (error.status) {
    case 401:
      return 'use a client of the cluster with the scope Tasklist, not one of the organization, and check `audience`'
    case 403:
      return 'the user or client may not do that. With a session cookie, the header X-CSRF-TOKEN is missing or wrong'
    case 404:
      return isNotServed(error)
        ? 'there is no Tasklist v1 here. Check `baseUrl`; from Camunda 8.10 on use the Orchestration Cluster REST API v2'
        : undefined
    default:
      return undefined
  }
}

/**
 * Tells a missing API from a missing task, for a 404. Tasklist identifies each of its errors by an `instance`. A 404 without
 * one comes from a gateway, or from a later Camunda that has nothing at this path.
 */
export function isNotServed({ instance, detail }: FailedCall): boolean {
  return instance === undefined || noRoute.test(detail ?? '')
}

/** What frameworks say of a path that nothing is mounted on. */
const noRoute = /^no (static resource|endpoint|handler)\b/i
