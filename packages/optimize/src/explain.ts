import type { FailedCall } from '@x/rest'

/** A hint for the message of an error: what to change where the server does not say so. */
export function explain(error: FailedCall): string | undefined {
  switch (error.status) {
    case 401:
      return (
        'use a client of the cluster with the scope Optimize, and check `audience`. From Camunda 8.10 on Optimize rejects the ' +
        'static access token that it had before'
      )
    case 404:
      return isNotServed(error)
        ? 'this Optimize does not have the operation. Check `baseUrl` and its version'
        : undefined
    default:
      return undefined
  }
}

/**
 * Tells a missing operation from a missing report, for a 404: Optimize gives each of its errors a code. One without a code comes
 * from a gateway, or from an Optimize that has nothing at this path.
 */
export function isNotServed({ type }: FailedCall): boolean {
  return type === undefined || type === 'about:blank'
}
