import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain({ status, detail = '', operation }: FailedCall): string | undefined {
  if (status === 413 || (/^(deployments|documents)\.create/.test(operation) && tooLarge.test(detail))) return limit
  if (/requires a secondary storage/i.test(detail)) {
    return 'this cluster has no secondary storage, so no searches'
  }
  if (status !== 401 && status !== 403) return undefined
  if (operation.startsWith('clusterAdmin.')) {
    return 'use credentials of cluster administration: `clusterAdminAuth`'
  }
  return status === 401
    ? 'use a client of the cluster, not of the organization, and check `audience`'
    : 'the client needs the permission that the method documents'
}

/** The text of older servers, with another status. */
const tooLarge = /size.*exceed|exceed.*size|too large/i
const limit = 'larger than the server accepts, by default 4 MB. From 8.10 on, system.getConfiguration() has the limit'

/** The text of a server for an unknown path; any other 404 is about an entity. */
const noRoute = /^No (static resource|endpoint)\b/

/** Distinguishes an operation that this server does not have from an entity that does not exist, for a 404. */
export function isNotServed({ title, detail }: FailedCall): boolean {
  // Camunda's servers send a problem title. Without one, the response comes from a gateway, or from the old host of a
  // cluster.
  return title === undefined || noRoute.test(detail ?? '')
}
