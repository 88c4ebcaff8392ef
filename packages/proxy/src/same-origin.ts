import { CSRF_HEADER, CSRF_VALUE } from './csrf-header.ts'
import { Refusal } from './refusal.ts'

/**
 * Allows only requests sent by a script of our own page.
 *
 * A browser sends `Origin` with everything but same-origin GET, and `Sec-Fetch-Site` with everything from secure
 * contexts. If present, they must match; if absent, the header that other sites cannot send is required instead.
 *
 * @throws Refusal
 * @see [Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)
 */
export function checkSameOrigin({ method, headers }: Request, origins: ReadonlySet<string>): void {
  const origin = headers.get('origin')
  // `null` comes from sandboxed frames, files and some redirects, never from our pages, and is never in the list.
  const isOurs = origin === null ? method === 'GET' : origins.has(origin)
  const site = headers.get('sec-fetch-site') ?? 'same-origin'
  if (!isOurs || site !== 'same-origin') throw new Refusal(403, 'origin_refused')
  if (headers.get(CSRF_HEADER) !== CSRF_VALUE) throw new Refusal(403, 'csrf_refused')
}
