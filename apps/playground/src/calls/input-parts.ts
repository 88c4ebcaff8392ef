import type { Operation } from '@x/rest/shapes'

/**
 * Returns the body, form and query of an input: the input itself if the operation takes only one of them, otherwise a
 * member for each.
 */
export function inputParts({ takes = [] }: Operation, input: unknown): Readonly<Record<string, unknown>> {
  if (takes.length === 1) return { [takes[0] as string]: input }
  return Object.fromEntries(takes.map((part) => [part, Reflect.get(Object(input), part) as unknown]))
}
