import { Refusal } from './refusal.ts'

/** One segment of a request's path: as it came, and decoded once. */
export interface PathSegment {
  readonly raw: string
  readonly text: string
}

/**
 * What some server on the way reads as more than text, in whatever width Unicode has it: a slash, a backslash, a control
 * character, `;` (matrix parameters), `?`, `#`, and `%`, which would be a second encoding.
 */
const ambiguous = /[/\\;?#%\p{Cc}]/u

/**
 * Splits a path that begins with a slash. Ids, keys, names and e-mail addresses pass in any script.
 *
 * @throws Refusal for a segment that is empty, consists of dots, or is ambiguous.
 */
export function readSegments(path: string): PathSegment[] {
  return path
    .slice(1)
    .split('/')
    .map((raw) => {
      const text = decode(raw)
      if (ambiguous.test(text.normalize('NFKC')) || isBlank(text)) throw new Refusal(400, 'path_refused')
      return { raw, text }
    })
}

/** Whether a server that trims or normalizes could read nothing in it, or dots only: the segment itself, or a way up. */
export function isBlank(text: string): boolean {
  return /^\.*$/.test(text.normalize('NFKC').replace(/[\s\p{C}]/gu, ''))
}

/** Writes segments as a path, encoded anew, so that one text has one form. */
export function writeSegments(segments: readonly PathSegment[]): string {
  return segments.map(({ text }) => `/${encodeURIComponent(text)}`).join('')
}

/** Broken encoding reads as `%`, which is refused. */
function decode(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return '%'
  }
}
