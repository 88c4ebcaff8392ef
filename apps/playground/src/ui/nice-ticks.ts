/** Returns the ticks of a linear axis for counts: from 0 to at least `highest`, in at most `most` round steps. */
export function niceTicks(highest: number, most = 4): readonly number[] {
  const end = Math.max(1, highest)
  const step = Math.max(1, roundUp(end / most))
  return Array.from({ length: Math.ceil(end / step) + 1 }, (_, index) => index * step)
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 5].find((candidate) => candidate * power >= value) ?? 10
  return factor * power
}
