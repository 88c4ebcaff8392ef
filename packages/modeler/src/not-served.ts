import type { ApiError } from '@x/rest'

/**
 * Tells "this API is not here" from "there is no such file" in a 404; a hint for the error's message.
 *
 * `GET /info` is there as long as the API is. Elsewhere the body decides: Web Modeler sends a problem document that says
 * what it did not find; a server without the API has a page, nothing, or names the path.
 */
export function explainNotServed({ status, operation, title, detail }: ApiError): string | undefined {
  if (status !== 404) return undefined
  const served = operation !== 'info.get' && title !== undefined && detail !== undefined && !NO_ROUTE.test(detail)
  return served ? undefined : HINT
}

/** What frameworks say of a path that nothing is mounted on. */
const NO_ROUTE = /^no (static resource|endpoint|handler)\b/i

const HINT =
  'the Web Modeler API v1 is not served here. Camunda serves it up to 8.11, from 8.12 on there is only its successor, ' +
  'the Hub API (/api/v2). On an older server check `baseUrl`'
