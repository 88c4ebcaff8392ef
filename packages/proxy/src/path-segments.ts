/** One segment of a request's path: as it came, and decoded once. */
export interface PathSegment {
  readonly raw: string
  readonly text: string
}

/**
 * What ids, keys, names and e-mail addresses are made of. Not in it is all that some server in between reads as more
 * than text: slash, backslash, NUL and other controls, `;` (matrix parameters), `?`, `#`, and `%`, which would be a
 * second encoding.
 */
const harmless = /^[\w.~@:+=!$&'*,()-]+$/

/** Splits a path that begins with a slash. Undefined when any segment is empty or not harmless. */
export function readSegments(path: string): PathSegment[] | undefined {
  const segments: PathSegment[] = []
  for (const raw of path.slice(1).split('/')) {
    const text = decode(raw)
    if (text === undefined || !harmless.test(text)) return undefined
    segments.push({ raw, text })
  }
  return segments
}

/** Writes segments as a path, encoded anew, so that one text has one form. */
export function writeSegments(segments: readonly PathSegment[]): string {
  return segments.map(({ text }) => `/${encodeURIComponent(text)}`).join('')
}

function decode(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}
