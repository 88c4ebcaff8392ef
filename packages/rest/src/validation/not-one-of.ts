import { nearestName } from '../nearest-name.ts'

/** Names the values of a list to those who passed another, and the one that was probably meant. */
export function notOneOf(value: unknown, values: readonly string[]): string {
  const nearest = typeof value === 'string' && nearestName(value, values)
  return `is not one of ${values.join(', ')}${nearest ? `; did you mean ${nearest}?` : ''}`
}
