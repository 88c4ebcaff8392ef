import type { ProxiedOperation } from './operation.ts'
import { Refusal } from './refusal.ts'

/**
 * Returns the query for upstream, encoded again, with its question mark; empty for no query.
 *
 * @throws Refusal for a name that the operation does not declare.
 */
export function declaredQuery(search: URLSearchParams, { query }: ProxiedOperation): string {
  const declared = new URLSearchParams()
  for (const [name, value] of search) {
    if (!query?.shape.members?.some((member) => member.name === name)) throw new Refusal(400, 'query_refused')
    declared.append(name, value)
  }
  const text = declared.toString()
  return text && `?${text}`
}
