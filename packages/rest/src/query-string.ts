/**
 * Returns a query with its question mark; empty for no query. `undefined` and `null` are left out, lists repeat the
 * name, and dates are written in ISO 8601.
 */
export function queryString(query: object | undefined): string {
  if (!query) return ''
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, one instanceof Date ? one.toISOString() : String(one))
    }
  }
  const text = search.toString()
  return text && `?${text}`
}
