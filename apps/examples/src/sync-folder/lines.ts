/** The difference between two texts, in lines. */
export interface LineChanges {
  readonly added: number
  readonly removed: number
}

/** Whether two texts are equal except for line endings, which depend on the machine that checked them out. */
export function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n')
}

export function countLines(text: string): number {
  return toLines(text).length
}

/** Counts the lines that a diff of the two texts would show. */
export function countLineChanges(before: string, after: string): LineChanges {
  const from = toLines(before)
  const to = toLines(after)
  // Most changes are small: common lines at both ends need not be compared with everything else.
  let start = 0
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start++
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++
  const removed = from.slice(start, from.length - end)
  const added = to.slice(start, to.length - end)
  const common = longestCommonSubsequence(removed, added)
  return { added: added.length - common, removed: removed.length - common }
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
}

/** Computes the usual table row by row: the length only needs two rows. */
function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let above = new Uint32Array(b.length + 1)
  for (const line of a) {
    const row = new Uint32Array(b.length + 1)
    for (const [index, other] of b.entries()) {
      const longest = Math.max(above[index + 1] ?? 0, row[index] ?? 0)
      row[index + 1] = line === other ? (above[index] ?? 0) + 1 : longest
    }
    above = row
  }
  return above.at(-1) ?? 0
}
