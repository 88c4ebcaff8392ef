import { LONGEST_COOLDOWN_MS } from './cooldowns.ts'

/**
 * Returns how many milliseconds a `Retry-After` header asks to wait, at most an hour; undefined for anything but digits
 * or an HTTP date, and for a time in the past. Numbers so large that they can only be a time since 1970, in seconds or
 * milliseconds, are read as such.
 *
 * @see [RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3)
 */
export function readRetryAfter(text: string | null, now: number): number | undefined {
  const header = `${text}`
  const digits = Number(/^\d+$/.exec(header)?.[0])
  if (digits < 1e9) return Math.min(digits * 1000, LONGEST_COOLDOWN_MS)
  // Of the three date formats, only asctime's has no time zone.
  let date = digits < 1e11 ? digits * 1000 : digits
  if (HTTP_DATE.test(header)) date = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`)
  return date > now ? Math.min(date - now, LONGEST_COOLDOWN_MS) : undefined
}

const HTTP_DATE = /^[A-Z][a-z]+,? [\w -]+(:\d\d){2} (GMT|\d{4})$/
