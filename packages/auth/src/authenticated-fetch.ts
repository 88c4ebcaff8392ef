import type { Authenticator } from './authenticator.ts'

/** Has the signature of `fetch`. */
export type AuthenticatedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * Returns a `fetch` that adds the headers of `auth` to every request. After a 401, the request is sent once more if
 * `auth` has new headers, unless its body was a stream: a stream can be read only once.
 */
export function authenticatedFetch(
  auth: Required<Authenticator>,
  audience: string | undefined,
  send: AuthenticatedFetch,
): AuthenticatedFetch {
  return async (input, init) => {
    // Checked by its methods: it may come from another copy of the class.
    const request = (input as Request).clone ? (input as Request) : undefined
    const signal = init?.signal ?? request?.signal
    const body = init?.body as { getReader?: unknown; [Symbol.asyncIterator]?: unknown } | null | undefined
    const isStream = body?.getReader || body?.[Symbol.asyncIterator]

    async function attempt(target: typeof input): Promise<[Response, Record<string, string>]> {
      const own = await auth.headers(audience, { signal })
      const headers = new Headers(init?.headers ?? request?.headers)
      for (const [name, value] of Object.entries(own)) headers.set(name, value)
      return [await send(target, { redirect: 'manual', ...init, headers }), own]
    }

    // Firefox does not expose whether there is a body.
    const second = request && !body && request.body !== null ? request.clone() : input
    const [response, own] = await attempt(input)
    if (response.status !== 401 || !(await auth.refused(audience, own)) || isStream) return response
    await response.body?.cancel?.()
    return (await attempt(second))[0]
  }
}
