/** The middle value; the mean of the two middle ones where there are two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('No values to take a median of')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

/** Half of the distance between the quartiles, as a share of the median: how far to trust it. */
export function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] as number
  return (at(0.75) - at(0.25)) / 2 / median(values)
}

/** The median of what each round's value is of the same round's reference. */
export function medianRatio(values: readonly number[], references: readonly number[]): number {
  return median(values.map((value, round) => value / (references[round] as number)))
}
