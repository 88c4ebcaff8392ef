/** The first items of a search. */
export interface Collected<T> {
  readonly items: readonly T[]
  /** Whether there are more. */
  readonly isCut: boolean
}

/** Collects the results of a search up to `limit`: a real cluster can have millions. */
export async function collect<T>(
  search: (options: { readonly limit: number; readonly signal: AbortSignal }) => AsyncIterable<T>,
  limit: number,
  signal: AbortSignal,
): Promise<Collected<T>> {
  const items: T[] = []
  for await (const item of search({ limit: limit + 1, signal })) items.push(item)
  return { items: items.slice(0, limit), isCut: items.length > limit }
}

/** Splits a list into lists of at most `size` items. */
export function inPortions<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
