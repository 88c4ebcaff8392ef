import { Refusal } from './refusal.ts'

/**
 * Parses a body for `authorize`, which has to see just what the API is going to read: a number of 16 digits or more comes
 * back as text, as it was sent, and an object with the same name twice is refused, since servers differ in which of the
 * two they use. The result is frozen, all the way down.
 *
 * @throws Refusal
 */
export function parseBody(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // The reviver is called once more, for the whole.
    let names = -1
    const body = JSON.parse(text, function (this: unknown, _name, value: unknown, context?: { source?: string }) {
      if (!Array.isArray(this)) names++
      if (typeof value !== 'number') return Object.freeze(value)
      if (context) return /\d{16}/.test(context.source ?? '') ? context.source : value
      // This runtime does not report what was sent, and may have rounded it.
      if (Math.abs(value) >= 1e15) throw new RangeError()
      return value
    })
    // Valid JSON by now, so every string that a colon follows is a name.
    for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon) names--
    if (names === 0) return body
  } catch {
    // Not JSON, not UTF-8, or nested too deeply.
  }
  throw new Refusal(400, 'body_malformed')
}
