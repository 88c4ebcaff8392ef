import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain(error: FailedCall): string | undefined {
  switch (error.status) {
    case 401:
      return 'use a client of the organization, not one of a cluster; Self-Managed: one with a permission for the Hub API'
    case 403:
      return 'the client needs the permission that the method documents, of the group Hub API (or Web Modeler API)'
    case 404:
      if (!isNotServed(error)) return undefined
      return error.operation.startsWith('clusters.') ? noClusters : noApi
    default:
      return undefined
  }
}

const noClusters = 'only Camunda Hub Self-Managed has the registered clusters. On SaaS use the Console API'

const noApi =
  'the Hub API is not served here. Camunda has it from 8.10 on; Self-Managed, it must be enabled with ' +
  'CAMUNDA_MODELER_FEATURE_PUBLIC_API_V2_ENABLED=true. Also check `baseUrl`'

/**
 * Distinguishes a missing API from a missing file, for a 404.
 *
 * `GET /info` exists if the API does. For other operations the body decides: Camunda Hub sends a problem document that
 * says what was not found; a server without the API sends a page, nothing, or the path.
 */
export function isNotServed({ operation, title, detail }: FailedCall): boolean {
  return operation === 'info.get' || title === undefined || detail === undefined || noRoute.test(detail)
}

/** What frameworks say about an unknown path. */
const noRoute = /^no (static resource|endpoint|handler)\b/i
