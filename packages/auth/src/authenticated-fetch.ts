import type { Authenticator } from './authenticator.ts'

/** Called as `fetch` is. */
export type AuthenticatedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` whose requests carry the headers of `auth`. When the answer is 401 and new headers are to be had, the request
 * is sent once more, unless its body was a stream, which is gone by then.
 */
export function authenticatedFetch(
  auth: Required<Authenticator>,
  audience: string | undefined,
  send: AuthenticatedFetch,
): AuthenticatedFetch {
  return async (input, init) => {
    // By what it can do, since it may be of another copy of the class.
    const request = (input as Request).clone ? (input as Request) : undefined
    const signal = init?.signal ?? request?.signal
    const body = init?.body as { getReader?: unknown; [Symbol.asyncIterator]?: unknown } | null | undefined
    const isStream = body?.getReader || body?.[Symbol.asyncIterator]

    async function attempt(target: typeof input): Promise<[Response, Record<string, string>]> {
      const own = await auth.headers(audience, { signal })
      const headers = new Headers(init?.headers ?? request?.headers)
      for (const [name, value] of Object.entries(own)) headers.set(name, value)
      return [await send(target, { ...init, headers }), own]
    }

    // Firefox does not tell whether there is a body.
    const second = request && !body && request.body !== null ? request.clone() : input
    const [response, own] = await attempt(input)
    if (response.status !== 401 || !(await auth.refused(audience, own)) || isStream) return response
    await response.body?.cancel?.()
    return (await attempt(second))[0]
  }
}
