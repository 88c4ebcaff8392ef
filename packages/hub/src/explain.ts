import type { FailedCall } from '@x/rest'

/** A hint for the message of an error: what to change where the server does not say so. */
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
  'the Hub API is not served here. Camunda has it from 8.10 on; Self-Managed it must be switched on with ' +
  'CAMUNDA_MODELER_FEATURE_PUBLIC_API_V2_ENABLED=true. Check `baseUrl` too'

/**
 * Tells "this API is not here" from "there is no such file" in a 404.
 *
 * `GET /info` is there as long as the API is. Elsewhere the body decides: Camunda Hub sends a problem document that says what
 * it did not find; a server without the API has a page, nothing, or names the path.
 */
export function isNotServed({ operation, title, detail }: FailedCall): boolean {
  return operation === 'info.get' || title === undefined || detail === undefined || noRoute.test(detail)
}

/** What frameworks say of a path that nothing is mounted on. */
const noRoute = /^no (static resource|endpoint|handler)\b/i
