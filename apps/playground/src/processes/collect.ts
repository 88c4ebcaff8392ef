/** The first items of a search. */
export interface Collected<T> {
  readonly items: readonly T[]
  /** Whether there are more. */
  readonly isCut: boolean
}

/** Collects what a search gives, up to `limit`: a real cluster may hold millions. */
export async function collect<T>(
  search: (options: { readonly limit: number; readonly signal: AbortSignal }) => AsyncIterable<T>,
  limit: number,
  signal: AbortSignal,
): Promise<Collected<T>> {
  const items: T[] = []
  for await (const item of search({ limit: limit + 1, signal })) items.push(item)
  return { items: items.slice(0, limit), isCut: items.length > limit }
}
