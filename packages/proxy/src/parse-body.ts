import { Refusal } from './refusal.ts'

/**
 * Parses a body for `authorize`, which must see exactly what the API will read: a number of 16 digits or more becomes a
 * string, as sent, and an object with a duplicate name is rejected, because servers differ in which of the two they
 * use. The result is deeply frozen.
 *
 * @throws Refusal
 */
export function parseBody(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // The reviver is called once more, for the root.
    let names = -1
    const body = JSON.parse(text, function (this: unknown, _name, value: unknown, context?: { source?: string }) {
      if (!Array.isArray(this)) names++
      if (typeof value !== 'number') return Object.freeze(value)
      if (context) return /\d{16}/.test(context.source ?? '') ? context.source : value
      // This runtime does not report the source text, and may have rounded the number.
      if (Math.abs(value) >= 1e15) throw new RangeError()
      return value
    })
    // The text is valid JSON, so every string before a colon is a name.
    for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon) names--
    if (names === 0) return body
  } catch {
    // Not JSON, not UTF-8, or nested too deeply.
  }
  throw new Refusal(400, 'body_malformed')
}
