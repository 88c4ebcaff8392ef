import { CSRF_HEADER, CSRF_VALUE } from './csrf-header.ts'
import { Refusal } from './refusal.ts'

/**
 * Lets only requests through that a script of our own page sent.
 *
 * A browser sends `Origin` with everything but same-origin GET, and `Sec-Fetch-Site` with everything from secure
 * contexts. What it sends has to be right; what may be missing is made good by the header that other sites cannot send.
 *
 * @throws Refusal
 * @see [Fetch Metadata](https://www.w3.org/TR/fetch-metadata/)
 */
export function checkSameOrigin({ method, headers }: Request, origins: ReadonlySet<string>): void {
  const origin = headers.get('origin')
  // `null` is what sandboxed frames, files and some redirects have: never ours, and never in the list.
  if (origin === null ? method !== 'GET' : !origins.has(origin)) throw new Refusal(403, 'origin_refused')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new Refusal(403, 'origin_refused')
  if (headers.get(CSRF_HEADER) !== CSRF_VALUE) throw new Refusal(403, 'csrf_refused')
}
