/** The limit of the cache, in characters of the texts. The parsed form takes many times as much memory. */
const MOST = 500_000

/**
 * Caches the parsed form of recent texts. It must not be modified. A test suite deploys the same files to many engines,
 * and parsing them takes most of that time.
 */
export function createParseCache<T>(parse: (text: string) => Promise<T>): (text: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  let size = 0
  const forget = (text: string): void => {
    if (known.delete(text)) size -= text.length
  }
  return (text) => {
    const parsed = known.get(text)
    if (parsed !== undefined) return parsed
    const result = parse(text)
    known.set(text, result)
    size += text.length
    // The oldest entries are removed first.
    for (const [oldest] of known) {
      if (size <= MOST) break
      forget(oldest)
    }
    // A text that cannot be parsed is not cached.
    result.catch(() => forget(text))
    return result
  }
}
