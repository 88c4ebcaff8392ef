import type { Operation } from '@x/rest/shapes'

/** The body, form and query of an input: it is the only one that the operation takes, or has a member for each. */
export function inputParts({ takes = [] }: Operation, input: unknown): Readonly<Record<string, unknown>> {
  if (takes.length === 1) return { [takes[0] as string]: input }
  return Object.fromEntries(takes.map((part) => [part, Reflect.get(Object(input), part) as unknown]))
}
