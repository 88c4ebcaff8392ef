import { Refusal } from './refusal.ts'

/**
 * Returns the query for upstream, encoded anew, with its question mark; empty for none.
 *
 * @param schema - An object schema; its `entries` are the names that are allowed. Any other schema allows none.
 * @throws Refusal
 */
export function declaredQuery(search: URLSearchParams, schema: unknown): string {
  const entries = (schema as { readonly entries?: object } | undefined)?.entries ?? {}
  const declared = new URLSearchParams()
  for (const [name, value] of search) {
    if (!Object.hasOwn(entries, name)) throw new Refusal(400, 'query_refused')
    declared.append(name, value)
  }
  const text = declared.toString()
  return text && `?${text}`
}
