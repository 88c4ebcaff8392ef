import type { FailedCall } from '@x/rest'

/** A hint for the message of an error: what to change where the server does not say so. */
export function explain({ status, detail = '', operation }: FailedCall): string | undefined {
  if (/requires a secondary storage/i.test(detail)) {
    return 'this cluster runs without secondary storage, so it has no searches; no permission helps'
  }
  if (operation.startsWith('clusterAdmin.') && (status === 401 || status === 403)) {
    return 'use credentials of the cluster administration (`clusterAdminAuth`), not those of a user or client of the cluster'
  }
  if (status === 401) return 'use a client of the cluster, not one of the organization, and check `audience`'
  if (status === 403) return 'the client needs the permission that the method documents'
  return undefined
}

/** What a server says of a path that it does not have; any other 404 is about an entity. */
const noRoute = /^No (static resource|endpoint)\b/

/** Tells an operation that this server does not have from an entity that does not exist, for a 404. */
export function isNotServed({ title, detail }: FailedCall): boolean {
  // A server of Camunda names the problem. Without a name it comes from a gateway, or from the old host of a cluster.
  return title === undefined || noRoute.test(detail ?? '')
}
