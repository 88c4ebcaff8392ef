/**
 * Finds the name that was probably meant: the same letters in another case, or at most two slips (one in a name of four
 * letters or less). A slip is a letter too much, too few, another one, or two letters swapped.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let fewest = wanted.length <= 4 ? 2 : 3
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue
    const slips = distance(wanted, candidate.toLowerCase())
    if (slips < fewest) {
      best = candidate
      fewest = slips
    }
  }
  return best
}

/** Optimal string alignment distance, three rows at a time. */
function distance(a: string, b: string): number {
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] as number) + 1)
      }
      row.push(cost)
    }
    older = previous
    previous = row
  }
  return previous[b.length] as number
}
