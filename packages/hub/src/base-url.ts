import { checkBaseUrl, expectOption } from '@x/rest'
import { hubApi } from './about.ts'

/** The address of the API, and whether it is Camunda's SaaS, which requires an audience. */
export interface Place {
  readonly baseUrl: string
  readonly saas: boolean
}

/**
 * Returns the base URL of the API, which ends with `/api/v2`, for any address: the origin, with a context path, with or
 * without `/api` or `/api/v2`.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
export function resolveBaseUrl(given: string | URL | undefined): Place {
  expectOption(given, 'baseUrl', 'an address, or left out for SaaS')
  const text = checkBaseUrl(given)
  expectOption(!/\/api\/v[^2/][^/]*$/.test(text), 'baseUrl', 'the address of /api/v2, not of another version')
  return {
    baseUrl: `${text.replace(/\/api(\/v2)?$/, '')}${hubApi.versionPath}`,
    saas: /(^|\.)camunda\.io$/.test(new URL(text).hostname),
  }
}
