/**
 * Returns the first `count` items in the order of `compare`. Sorting all items for one page would be wasteful: once
 * there are enough, an item that comes after those found so far costs one comparison.
 */
export function firstOf<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = []
  let last: T | undefined
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue
    first.push(item)
    // Sorted from time to time, which is cheaper than inserting each item at its position.
    if (first.length < 2 * count) continue
    first.sort(compare).length = count
    last = first[count - 1]
  }
  return first.sort(compare).slice(0, count)
}
