import type { Operation } from '@x/rest/shapes'

/** True for an operation that changes nothing. */
export function isReading({ method, safe }: Operation): boolean {
  return method === 'GET' || safe === true
}
