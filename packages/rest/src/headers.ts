/**
 * Headers as `fetch` accepts them, in a type that fits every runtime: a `Headers`, pairs, or a record. Undefined
 * members of a record are left out, and lists of values are joined.
 */
export type HeadersOption =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [name: string, value: string] | readonly string[]>

/**
 * Returns headers as a record with lower-case names. Rejects values that cannot be sent: runtimes do, too, but with a
 * network error that quotes the value.
 *
 * @param refuse - Throws for a problem with a header, or with all of them if there is no name.
 */
export function readHeaders(
  given: HeadersOption,
  refuse: (problem: string, name?: string) => never,
): Record<string, string> {
  // An ordinary object: one without a prototype takes three times as long to copy.
  const headers: Record<string, string> = {}
  const pairs = Object(given) === given && (Symbol.iterator in given ? given : Object.entries(given))
  for (const pair of pairs || ['']) {
    if (!Array.isArray(pair) || pair.length !== 2) refuse('must be a Headers object, pairs or a record')
    const [name, raw] = pair as [string, unknown]
    const value = Array.isArray(raw) ? raw.join(', ') : raw
    if (value === undefined || value === null) continue
    if (!/^(?!__proto__$)[\w!#$%&'*+.^`|~-]+$/i.test(name)) refuse('has a name that cannot be sent')
    if (Object(value) === value || typeof value === 'symbol' || !isSendable(`${value}`))
      refuse('has a value that cannot be sent', name)
    const key = name.toLowerCase()
    headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}, ${value}` : `${value}`
  }
  return headers
}

/** True without line breaks, other control characters, and characters beyond Latin-1. */
export function isSendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
