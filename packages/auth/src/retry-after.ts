/**
 * How many milliseconds a `Retry-After` header asks to wait, at most `longestMs`; `undefined` for what is neither digits nor
 * an HTTP date, and for a time that has passed. More seconds than lie in thirty years are a point in time.
 *
 * @see [RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3)
 */
export function readRetryAfter(text: string | null, now: number, longestMs: number): number | undefined {
  const seconds = /^\d+$/.test(text ?? '') ? Number(text) : Number.NaN
  const date = /^[A-Z][a-z]+,? .*:\d\d/.test(text ?? '')
    ? Date.parse(`${text?.replace(/ GMT$/, '')} GMT`)
    : seconds * 1000
  const ms = seconds < 1e9 ? seconds * 1000 : date - now
  return ms > 0 ? Math.min(ms, longestMs) : undefined
}
