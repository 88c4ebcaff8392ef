import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain(error: FailedCall): string | undefined {
  switch (error.status) {
    case 401:
      return 'use a client of the organization, not one of a cluster; Self-Managed: one with a permission for the Web Modeler API'
    case 403:
      return `the client needs the permission ${permissionFor(error.operation)} (from Camunda 8.10 on of the Hub API)`
    case 404:
      return isNotServed(error) ? HINT : undefined
    default:
      return undefined
  }
}

/** The same text as in the operation table, which is too large to import here. */
function permissionFor(operation: string): string {
  const verb = operation.split('.')[1] as string
  // Camunda does not document the others, which set and restore.
  const known = /^(create|update|delete)$/.test(verb) ? verb : /^(get|search|compare)$/.test(verb) && 'read'
  return `Web Modeler API${known ? `: ${known}` : ''}`
}

/**
 * Distinguishes a missing API from a missing file, for a 404.
 *
 * `GET /info` exists if the API does. For other operations the body decides: Web Modeler sends a problem document that
 * says what was not found; a server without the API sends a page, nothing, or the path.
 */
export function isNotServed({ operation, title, detail }: FailedCall): boolean {
  return operation === 'info.get' || title === undefined || detail === undefined || NO_ROUTE.test(detail)
}

/** What frameworks say about an unknown path. */
const NO_ROUTE = /^no (static resource|endpoint|handler)\b/i

const HINT =
  'Camunda serves the Web Modeler API v1 up to 8.11, then the Hub API (/api/v2). On an older server check `baseUrl`'
