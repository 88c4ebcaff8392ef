/**
 * Returns the name that was probably meant: the same letters in another case, or with at most two typos (one in a name
 * of four letters or less). A typo is an extra, a missing or a wrong letter, or two swapped letters.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  for (let slips = 0; slips <= (name.length <= 4 ? 1 : 2); slips++) {
    const found = known.find((candidate) => isNear(wanted, candidate.toLowerCase(), slips))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether the two names differ by at most this number of typos. */
function isNear(a: string, b: string, slips: number): boolean {
  if (a === b) return true
  // With so few typos allowed, there are few possibilities.
  if (slips === 0) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const near = (skipA: number, skipB: number): boolean =>
    isNear(a.slice(same + skipA), b.slice(same + skipB), slips - 1)
  const swapped = a[same] === b[same + 1] && a[same + 1] === b[same]
  return near(1, 1) || near(1, 0) || near(0, 1) || (swapped && near(2, 2))
}
