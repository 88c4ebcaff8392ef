import ky, { isNetworkError } from 'ky'
import type { PreparedRequest } from './request.ts'

/**
 * Sends one try through ky and gives the answer whatever its status.
 *
 * ky's own retries, timeouts and errors stay off: they do not know which POST is safe to repeat, nor a time limit over
 * all tries. Address, headers, body and signal go to `fetch` directly instead of inside ky's `Request`: fetch copies a
 * Request, body stream and signal included, which costs a POST a quarter of its throughput over loopback. It also keeps
 * the token out of the `Request` that ky hangs on its errors.
 */
export async function fetchThroughKy(
  fetch: typeof globalThis.fetch | undefined,
  { call, url, body }: PreparedRequest,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  const { method } = call
  const init: RequestInit = { method, headers, signal, ...(body !== undefined && { body }) }
  try {
    return await ky(url, {
      method,
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      fetch: () => (fetch ?? globalThis.fetch)(url, init),
    })
  } catch (error) {
    // ky wraps what it knows as network errors; the caller wants what the runtime said.
    throw isNetworkError(error) ? error.cause : error
  }
}
