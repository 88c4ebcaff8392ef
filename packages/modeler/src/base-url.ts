import { checkBaseUrl, expectOption } from '@x/rest'
import { modelerApi } from './about.ts'

/** Where the API is, and whether it is Camunda's SaaS, which wants an audience and limits the rate. */
export interface Place {
  readonly baseUrl: string
  readonly saas: boolean
}

/**
 * Makes of what people write (the origin, with a context path, ending with `/api` or with `/api/v1`) the base URL of the
 * API, which ends with `/api/v1`.
 *
 * @throws `RestError` with code `config_invalid`.
 */
export function resolveBaseUrl(given: string | URL | undefined): Place {
  if (given === undefined) return { baseUrl: `${modelerApi.baseUrl}${modelerApi.versionPath}`, saas: true }
  const text = checkBaseUrl(given)
  expectOption(!/\/api\/v[^1/][^/]*$/.test(text), 'baseUrl', 'the address of /api/v1, not of another version')
  return {
    baseUrl: `${text.replace(/\/api(\/v1)?$/, '')}${modelerApi.versionPath}`,
    saas: /(^|\.)camunda\.io$/.test(new URL(text).hostname),
  }
}
