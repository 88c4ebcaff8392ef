/** One HTTP request and its response, without secrets. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly requestHeaders: readonly (readonly [string, string])[]
  readonly requestBody: string | undefined
  /** Undefined if there was no response. */
  readonly status: number | undefined
  readonly responseHeaders: readonly (readonly [string, string])[]
  /** Of the response body, as sent. */
  readonly bytes: number
  readonly durationMs: number
}

/** Headers that carry a token or a cookie. */
const SECRET_HEADER = /^(authorization|cookie|.*csrf.*)$/i

/** A `fetch` that records requests and responses. */
export function recordExchanges(fetch: typeof globalThis.fetch): {
  readonly fetch: typeof globalThis.fetch
  readonly exchanges: Exchange[]
} {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const start = performance.now()
      const requestBody = (typeof init?.body === 'string' ? init.body : await request.clone().text()) || undefined
      const note = (answer: Pick<Exchange, 'status' | 'responseHeaders' | 'bytes'>): void => {
        const { method, url } = request
        const requestHeaders = [...request.headers].map(
          ([name, value]) => [name, SECRET_HEADER.test(name) ? '[redacted]' : value] as const,
        )
        exchanges.push({ method, url, requestHeaders, requestBody, ...answer, durationMs: performance.now() - start })
      }
      try {
        const response = await fetch(request)
        const { status, statusText, headers } = response
        // Read and created anew: cloning takes Chromium several times as long.
        const body = response.body && (await response.arrayBuffer())
        const bytes = body?.byteLength ?? 0
        note({ status, responseHeaders: [...headers], bytes })
        // With a status such as 204, even an empty body is not allowed.
        return body ? new Response(bytes > 0 ? body : null, { status, statusText, headers }) : response
      } catch (error) {
        note({ status: undefined, responseHeaders: [], bytes: 0 })
        throw error
      }
    },
  }
}
