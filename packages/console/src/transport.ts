import { type ApiError, type Check, checkPlain, createTransport, type Transport } from '@x/rest'
import type { ConsoleResourceOptions } from './types/options.ts'

/** A transport with Console's defaults. */
export function createConsoleTransport(options: ConsoleResourceOptions, check?: Check | undefined): Transport {
  return createTransport({
    ...options,
    api: 'Console',
    baseUrl: options.baseUrl ?? 'https://api.cloud.camunda.io',
    audience: options.audience ?? 'api.cloud.camunda.io',
    check: check ?? checkPlain,
    explain,
  })
}

function explain({ status }: ApiError): string | undefined {
  if (status === 401) return 'use an API client of the organization, not one of a cluster'
  if (status === 403) return 'the API client needs the permission for it, and the plan must cover it'
  return undefined
}
