/**
 * Headers as `fetch` accepts them, in the words of every runtime's types: a `Headers`, pairs, or a record. Undefined
 * members of a record are left out, lists of values joined.
 */
export type HeadersOption =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [name: string, value: string] | readonly string[]>

/**
 * Writes headers as a record with lower-case names. Runtimes refuse what cannot be sent too, but as a network error, and
 * quote the value.
 *
 * @param refuse - Throws for a problem with a header, or with all of them where there is no name to show.
 */
export function readHeaders(
  given: HeadersOption,
  refuse: (problem: string, name?: string) => never,
): Record<string, string> {
  // Without a prototype, where a name such as `constructor` would be found.
  const headers: Record<string, string> = Object.create(null)
  const pairs = Object(given) === given && (Symbol.iterator in given ? given : Object.entries(given))
  for (const pair of pairs || ['']) {
    if (!Array.isArray(pair) || pair.length !== 2) refuse('must be a Headers object, pairs or a record')
    const [name, raw] = pair as [string, unknown]
    const value = Array.isArray(raw) ? raw.join(', ') : raw
    if (value === undefined || value === null) continue
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse('has a name that cannot be sent')
    if (Object(value) === value || typeof value === 'symbol' || !isSendable(`${value}`))
      refuse('has a value that cannot be sent', name)
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}, ${value}` : `${value}`
  }
  return headers
}

/** No line break or other control character, and nothing beyond Latin-1. */
export function isSendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
