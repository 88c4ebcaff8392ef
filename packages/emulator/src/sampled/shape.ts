import type { Lifetime } from '@x/rest'
import { type Issue, readValue, type Shape } from '@x/rest/shapes'

/** Whether Camunda 8.`minor` has an operation, a member or a value. */
export function isKnown({ since, until }: Pick<Lifetime, 'since' | 'until'>, minor: number): boolean {
  return !(since && minorOf(since) > minor) && !(until && minorOf(until) < minor)
}

const minorOf = (version: string): number => Number(version.split('.')[1])

/** Returns the value as a response has it, or undefined if it does not fit the shape. */
export function fitted(shape: Shape, value: unknown): unknown {
  const issues: Issue[] = []
  const read = readValue(shape, value, { side: 'response', strict: true, issues })
  return issues.length === 0 ? read : undefined
}
