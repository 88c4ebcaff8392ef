import { stringifyJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'

/** One request, as it reached `fetch`. */
export interface Sent {
  readonly url: string
  readonly method: string | undefined
  readonly body: unknown
}

/** Creates a `fetch` that records each request, and responds like a server of this operation. */
export function createRecordingFetch({ returns = 'json' }: Operation) {
  const sent: Sent[] = []
  let response: unknown
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: String(url), method: init.method, body: init.body ?? undefined })
    if (returns === 'none') return new Response(null, { status: 204 })
    if (returns !== 'json') return new Response(response as string, { headers: { 'content-type': 'text/plain' } })
    return new Response(stringifyJson(response), { headers: { 'content-type': 'application/json' } })
  }
  const respondWith = (next: unknown): void => {
    response = next
  }
  return { sent, fetch, respondWith }
}
