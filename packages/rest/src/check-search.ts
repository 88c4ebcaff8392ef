import { checkFilter } from './filter.ts'
import type { Route } from './route.ts'
import { ValidationError } from './validation-error.ts'

/**
 * Rejects a search that would not do what it seems to: a filter that does not filter, and a page that is asked for in two
 * ways at once.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkSearch(route: Route, body: unknown, everything?: boolean): void {
  checkFilter(route, body, everything)
  if (route.paging !== 'cursor' && route.paging !== 'offset') return
  const page = Object(Object(body).page) as Readonly<Record<string, unknown>>
  const ways = ['after', 'before', 'from'].filter((name) => page[name] !== undefined)
  if (ways.length < 2) return
  const message = `has \`${ways.join('` and `')}\`: only one of them says where a page begins`
  throw new ValidationError(route.id, 'body', [{ path: 'page', message }])
}
