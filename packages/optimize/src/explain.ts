import type { FailedCall } from '@x/rest'

/** Returns a hint for the message of an error: what to change, if the server does not say so. */
export function explain({ status }: FailedCall): string | undefined {
  if (status !== 401) return undefined
  return 'use a cluster client with the scope Optimize, and check `audience`. 8.10 rejects its static access token'
}

/**
 * Distinguishes a missing operation from a missing report, for a 404. Each of Optimize's errors has a code. A 404
 * without one comes from a gateway, or from an Optimize without this path.
 */
export function isNotServed({ type }: FailedCall): boolean {
  return type === undefined || type === 'about:blank'
}
