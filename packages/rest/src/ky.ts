import ky, { type KyInstance } from 'ky'
import type { Fetch } from './options.ts'

/**
 * Creates a client's `fetch` from a ky instance: its headers, search parameters and `beforeRequest` and `afterResponse`
 * hooks apply to every attempt of every call.
 *
 * Retries, time limits, errors and addresses remain those of the client. ky's own `retry`, `timeout`, `totalTimeout`,
 * `throwHttpErrors` and `prefix` are off, because ky knows neither which POST is safe to repeat nor the time limit of
 * the whole call.
 *
 * @param instance - Your own instance. @defaultValue ky without options
 * @example
 * ```ts
 * import { throughKy } from '@x/rest/ky'
 * import ky from 'ky'
 *
 * const traced = ky.create({ hooks: { beforeRequest: [({ request }) => request.headers.set('x-team', 'billing')] } })
 * const operate = createOperateClient({ auth, baseUrl, fetch: throughKy(traced) })
 * ```
 */
export function throughKy(instance: KyInstance = ky): Fetch {
  return (url, init) =>
    instance(url, { ...init, prefix: '', retry: 0, timeout: false, totalTimeout: false, throwHttpErrors: false })
}
