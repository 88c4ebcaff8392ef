import { Refusal } from './refusal.ts'

/** One segment of a request's path: as received, and decoded once. */
export interface PathSegment {
  readonly raw: string
  readonly text: string
}

/**
 * Characters that a server may not read as plain text, in every Unicode width: a slash, a backslash, a control
 * character, `;` (matrix parameters), `?`, `#`, and `%`, which would be a second encoding.
 */
const ambiguous = /[/\\;?#%\p{Cc}]/u

/**
 * Splits a path that begins with a slash. Ids, keys, names and email addresses in any script are allowed.
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

/**
 * Whether a server that trims or normalizes could read it as empty or as dots only, and so as a path to another level.
 */
export function isBlank(text: string): boolean {
  return /^\.*$/.test(text.normalize('NFKC').replace(/[\s\p{C}]/gu, ''))
}

/** Returns segments as a path, encoded again, so that each text has a single form. */
export function writeSegments(segments: readonly PathSegment[]): string {
  return segments.map(({ text }) => `/${encodeURIComponent(text)}`).join('')
}

/** Broken encoding is returned as `%`, which is rejected. */
function decode(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return '%'
  }
}
