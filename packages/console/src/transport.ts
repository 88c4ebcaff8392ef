import { type ApiError, type Check, type ClientOptions, createTransport, type Operation, type Transport } from '@x/rest'

/** Options of a single resource: those of the client, except that there are no schemas to validate with. */
export type ResourceOptions = Omit<ClientOptions, 'validate'>

/** A transport with Console's defaults. The table, where it is at hand, tells which permission a refused call needs. */
export function createConsoleTransport(
  options: ResourceOptions,
  check?: Check | undefined,
  operations: readonly Operation[] = [],
): Transport {
  return createTransport({
    ...options,
    api: 'Console',
    baseUrl: options.baseUrl ?? 'https://api.cloud.camunda.io',
    audience: options.audience ?? 'api.cloud.camunda.io',
    check,
    explain: (error) => explain(error, operations),
  })
}

function explain(error: ApiError, operations: readonly Operation[]): string | undefined {
  if (error.status === 401) return 'it wants an API client of the organization, not one of a cluster'
  if (error.status !== 403) return undefined
  const permission = operations.find((operation) => operation.id === error.operation)?.permission
  const needed = permission ? `the permission "${permission}"` : 'a permission for it'
  return `the API client needs ${needed}, and the plan has to cover it`
}
