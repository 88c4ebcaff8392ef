/** Maps items in order, with at most `limit` at a time. After a failure, no other is started. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  // One iterator for all workers: a free one takes the next item.
  let queue = items.entries()
  async function work(): Promise<void> {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const [index, item] = next.value
      try {
        results[index] = await map(item)
      } catch (error) {
        queue = [].entries()
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, work))
  return results
}
