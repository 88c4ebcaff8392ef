import type { FailedCall } from '@x/rest'

/** A hint for the message of an error: what to change where the server does not say so. */
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

/** As the table of operations has it, which would weigh too much here. */
function permissionFor(operation: string): string {
  const verb = operation.split('.')[1] as string
  // Of the rest, which set and restore, Camunda names none.
  const known = /^(create|update|delete)$/.test(verb) ? verb : /^(get|search|compare)$/.test(verb) && 'read'
  return `Web Modeler API${known ? `: ${known}` : ''}`
}

/**
 * Tells "this API is not here" from "there is no such file" in a 404.
 *
 * `GET /info` is there as long as the API is. Elsewhere the body decides: Web Modeler sends a problem document that says
 * what it did not find; a server without the API has a page, nothing, or names the path.
 */
export function isNotServed({ operation, title, detail }: FailedCall): boolean {
  return operation === 'info.get' || title === undefined || detail === undefined || NO_ROUTE.test(detail)
}

/** What frameworks say of a path that nothing is mounted on. */
const NO_ROUTE = /^no (static resource|endpoint|handler)\b/i

const HINT =
  'Camunda serves the Web Modeler API v1 up to 8.11, then the Hub API (/api/v2). On an older server check `baseUrl`'
