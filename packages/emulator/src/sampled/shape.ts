import type { Lifetime } from '@x/rest'
import { type Issue, readValue, type Shape } from '@x/rest/shapes'

/** Whether Camunda 8.`minor` knows an operation, a member or a value. */
export function isKnown({ since, until }: Pick<Lifetime, 'since' | 'until'>, minor: number): boolean {
  return !(since && minorOf(since) > minor) && !(until && minorOf(until) < minor)
}

const minorOf = (version: string): number => Number(version.split('.')[1])

/** The value as a response has it, or undefined where it does not fit the shape. */
export function fitted(shape: Shape, value: unknown): unknown {
  const issues: Issue[] = []
  const read = readValue(shape, value, { side: 'response', strict: true, issues })
  return issues.length === 0 ? read : undefined
}
