import { type Check, checkPlain, createTransport, type Transport } from '@x/rest'
import { resolveBaseUrl } from './base-url.ts'
import { explain } from './explain.ts'
import type { ModelerResourceOptions } from './options.ts'
import { pace } from './pace.ts'
import { createRateLimiter, SAAS_REQUESTS_PER_MINUTE } from './rate-limiter.ts'

const SAAS_AUDIENCE = 'api.cloud.camunda.io'

/** Sends calls to Web Modeler: knows the address, the audience, the rate, and what a 404 may mean. */
export function createModelerTransport(options: ModelerResourceOptions, check?: Check): Transport {
  const { baseUrl: given, audience, requestsPerMinute, rateLimiter, ...shared } = options
  const { baseUrl, saas } = resolveBaseUrl(given)
  const settings = {
    ...shared,
    api: 'Web Modeler',
    baseUrl,
    audience: audience ?? (saas ? SAAS_AUDIENCE : undefined),
    check: check ?? checkPlain,
    explain,
  }
  if (rateLimiter) return pace(settings, rateLimiter)
  if (requestsPerMinute === false) return createTransport(settings)
  const perMinute = requestsPerMinute ?? (saas ? SAAS_REQUESTS_PER_MINUTE : undefined)
  return pace(settings, createRateLimiter({ requestsPerMinute: perMinute }))
}

/** What a resource is made from: its own options, or a transport that it shares with others. */
export function transportFrom(source: ModelerResourceOptions | Transport): Transport {
  return 'call' in source ? source : createModelerTransport(source)
}
