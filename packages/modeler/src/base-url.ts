import { checkBaseUrl, expectOption } from '@x/rest'
import { modelerApi } from './about.ts'

/** The address of the API, and whether it is Camunda's SaaS, which requires an audience and limits the rate. */
export interface Place {
  readonly baseUrl: string
  readonly saas: boolean
}

/**
 * Returns the base URL of the API, which ends with `/api/v1`, for any address: the origin, with a context path, ending
 * with `/api` or with `/api/v1`.
 *
 * @throws `RestError` with code `config_invalid`.
 */
export function resolveBaseUrl(given: string | URL | undefined): Place {
  expectOption(given, 'baseUrl', 'an address, or left out for SaaS')
  const text = checkBaseUrl(given)
  expectOption(!/\/api\/v[^1/][^/]*$/.test(text), 'baseUrl', 'the address of /api/v1, not of another version')
  return {
    baseUrl: `${text.replace(/\/api(\/v1)?$/, '')}${modelerApi.versionPath}`,
    saas: /(^|\.)camunda\.io$/.test(new URL(text).hostname),
  }
}
