/** Headers as `fetch` accepts them: a `Headers`, pairs, or a record, whose undefined members are left out. */
export type HeadersOption =
  | Readonly<Record<string, string | undefined>>
  | Iterable<readonly [name: string, value: string]>

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
    if (!Array.isArray(pair)) refuse('must be a Headers object, pairs or a record')
    const [name, value] = pair as [string, unknown]
    if (value === undefined || value === null) continue
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse('has a name that cannot be sent')
    if (Object(value) === value || !isSendable(`${value}`)) refuse('has a value that cannot be sent', name)
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}, ${value}` : `${value}`
  }
  return headers
}

/** No line break or other control character, and nothing beyond Latin-1. */
export function isSendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
