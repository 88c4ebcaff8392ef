/** How well a text matches a query, and which of its characters do. */
export interface FuzzyMatch {
  /** Higher is better; comparable between texts for the same query. */
  readonly score: number
  readonly positions: readonly number[]
}

/**
 * Finds the typed word in a text: unchanged, or with other characters in between, such as `pinst` in
 * `processInstances`.
 */
export function fuzzyMatch(word: string, text: string): FuzzyMatch | undefined {
  const wanted = word.toLowerCase()
  const lower = text.toLowerCase()
  const at = lower.indexOf(wanted)
  if (at >= 0) {
    const begins = at === 0 ? 40 : isWordStart(text, at) ? 25 : 0
    return { score: 100 + begins - Math.min(at, 20), positions: Array.from(wanted, (_, index) => at + index) }
  }
  return wanted.length < 2 ? undefined : scattered(wanted, text, lower)
}

/** Matches character by character: each follows the previous one, or begins a word. */
function scattered(wanted: string, text: string, lower: string): FuzzyMatch | undefined {
  const positions: number[] = []
  let starts = 0
  let at = -1
  for (const character of wanted) {
    const isNext = positions.length > 0 && lower[at + 1] === character
    const next = isNext ? at + 1 : findStart(character, text, lower, at + 1)
    if (next === undefined) return undefined
    at = next
    if (isWordStart(text, at)) starts += 1
    positions.push(at)
  }
  const gaps = at - (positions[0] as number) + 1 - wanted.length
  // Characters scattered over a whole sentence match by coincidence.
  return gaps > 3 * wanted.length ? undefined : { score: 60 + 5 * starts - gaps, positions }
}

function findStart(character: string, text: string, lower: string, from: number): number | undefined {
  for (let at = lower.indexOf(character, from); at >= 0; at = lower.indexOf(character, at + 1)) {
    if (isWordStart(text, at)) return at
  }
  return undefined
}

/** At and after a character that is not a letter or digit, and where a word begins in camelCase. */
function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1]
  if (!/[A-Za-z0-9]/.test(text[at] ?? '')) return true
  return before === undefined || !/[A-Za-z0-9]/.test(before) || (/[A-Z]/.test(text[at] ?? '') && /[a-z]/.test(before))
}
