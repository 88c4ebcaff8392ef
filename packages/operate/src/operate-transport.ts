import { type Check, checkBaseUrl, createTransport, type Transport, ValidationError } from '@x/rest'
import { explain } from './explain.ts'
import { KEY_EXPECTED, readKey } from './key.ts'
import type { OperateResourceOptions } from './types/options.ts'

/** What the resources of this package send their calls through. */
export interface OperateTransport extends Transport {
  readonly rfc3339Dates: boolean
}

const AUDIENCE = 'operate.camunda.io'

/** @throws `RestError` with code `config_invalid` when an option is missing or malformed */
export function createOperateTransport(options: OperateResourceOptions, check?: Check): OperateTransport {
  const { baseUrl, audience = AUDIENCE, rfc3339Dates = false, ...rest } = options
  const transport = createTransport({
    ...rest,
    api: 'Operate',
    baseUrl: versioned(checkBaseUrl(baseUrl)),
    audience: audience === '' ? undefined : audience,
    check,
    explain,
  })
  return {
    rfc3339Dates,
    async call(route, input = {}, callOptions) {
      if (!route.path.includes('{key}')) return transport.call(route, input, callOptions)
      const key = readKey(input.params?.[0])
      if (key !== undefined) return transport.call(route, { ...input, params: [String(key)] }, callOptions)
      throw new ValidationError(route.id, 'params', [{ path: 'key', message: `must be ${KEY_EXPECTED}` }])
    },
  }
}

function versioned(baseUrl: string): string {
  return baseUrl.endsWith('/v1') ? baseUrl : `${baseUrl}/v1`
}
