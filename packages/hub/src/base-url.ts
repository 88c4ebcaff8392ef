import { checkBaseUrl, RestError } from '@x/rest'
import { hubApi } from './about.ts'

/** Where the API is, and whether it is Camunda's SaaS, which requires an audience. */
export interface Place {
  readonly baseUrl: string
  readonly saas: boolean
}

/**
 * Makes the base URL of the API, which ends with `/api/v2`, out of what people write: the origin, with a context path, with
 * or without `/api` or `/api/v2`.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function resolveBaseUrl(given: string | URL | undefined = hubApi.baseUrl): Place {
  const text = checkBaseUrl(given)
  if (/\/api\/v[^2/][^/]*$/.test(text)) {
    throw new RestError(
      'config_invalid',
      '`baseUrl` must not name another version of the API: this client is for /api/v2',
    )
  }
  return {
    baseUrl: `${text.replace(/\/api(\/v2)?$/, '')}${hubApi.versionPath}`,
    saas: /(^|\.)camunda\.io$/.test(new URL(text).hostname),
  }
}
