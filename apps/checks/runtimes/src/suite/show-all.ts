/**
 * Returns everything that can be reached from a value, including hidden properties and entries of maps, as one text.
 */
export function showAll(value: unknown): string {
  const seen = new Set<unknown>()
  const texts: string[] = []
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' && typeof next !== 'function') texts.push(String(next))
    else if (next !== null && !seen.has(next)) {
      seen.add(next)
      if (next instanceof Map || next instanceof Set) waiting.push(...[...next].flat())
      for (const name of Reflect.ownKeys(next)) {
        texts.push(String(name))
        waiting.push(read(next, name))
      }
    }
  }
  return texts.join('\n')
}

function read(object: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(object, name)
  } catch {
    return undefined
  }
}
