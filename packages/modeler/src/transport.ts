import { type Check, createTransport, type Transport } from '@x/rest'
import { resolveBaseUrl } from './base-url.ts'
import { explainNotServed } from './not-served.ts'
import type { ModelerResourceOptions } from './options.ts'
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts'

const SAAS_AUDIENCE = 'api.cloud.camunda.io'
const SAAS_REQUESTS_PER_MINUTE = 240

/** Sends calls to Web Modeler: knows the address, the audience, the rate, and what a 404 may mean. */
export function createModelerTransport(options: ModelerResourceOptions, check?: Check): Transport {
  const { baseUrl: given, audience, requestsPerMinute, rateLimiter, onEvent, ...shared } = options
  const { baseUrl, saas } = resolveBaseUrl(given)
  const limiter = rateLimiter ?? limiterFor(requestsPerMinute ?? (saas && SAAS_REQUESTS_PER_MINUTE))
  const transport = createTransport({
    ...shared,
    api: 'Web Modeler',
    baseUrl,
    audience: audience ?? (saas ? SAAS_AUDIENCE : undefined),
    check,
    explain: explainNotServed,
    onEvent: limiter
      ? (event) => {
          if (event.type === 'request' && event.attempt > 1) limiter.record()
          onEvent?.(event)
        }
      : onEvent,
  })
  if (!limiter) return transport
  return {
    async call(route, input, callOptions) {
      // Before the call and not in its `fetch`: waiting for a turn must not use up the call's `timeoutMs`.
      await limiter.acquire(callOptions?.signal)
      return transport.call(route, input, callOptions)
    },
  }
}

/** What a resource is made from: its own options, or a transport that it shares with others. */
export function transportFrom(source: ModelerResourceOptions | Transport): Transport {
  return 'call' in source ? source : createModelerTransport(source)
}

function limiterFor(requestsPerMinute: number | false): RateLimiter | undefined {
  return requestsPerMinute === false ? undefined : createRateLimiter({ requestsPerMinute })
}
