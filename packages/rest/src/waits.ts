import { ApiError } from './api-error.ts'
import type { Connection } from './connection.ts'
import { expectOption, RestError, TimeoutError } from './errors.ts'
import { NotYetError } from './not-yet-error.ts'
import type { AnyOptions } from './options.ts'
import type { Route } from './route.ts'

const firstPauseMs = 100
const longestPauseMs = 1000
/** Minimum time for the last read, and for each read of a short wait. */
const shortestReadMs = 1000

/**
 * Repeats a read until its response is the expected one: searches lag behind commands.
 *
 * @throws {NotYetError} after `waitForMs`, with the last response
 */
async function waitUntilThere(
  { settings: { now, sleep, timeoutMs: clientMs } }: Connection,
  route: Route,
  read: (timeoutMs: number) => Promise<unknown>,
  { waitFor, waitForMs = 10_000, timeoutMs = clientMs, signal }: AnyOptions,
): Promise<unknown> {
  const isThere = waitFor === true ? isFound : waitFor
  expectOption(typeof isThere === 'function', 'waitFor', 'true or a function')
  expectOption(typeof waitForMs === 'number' && waitForMs >= 0, 'waitForMs', '0 or more milliseconds')
  const isRead = route.method === 'GET' || route.safe
  expectOption(isRead, 'waitFor', `left out: ${route.id} is not a read`)
  const end = now() + waitForMs
  let response: unknown
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const limitMs = waitForMs > 0 ? Math.min(timeoutMs, Math.max(end - now(), shortestReadMs)) : timeoutMs
    try {
      response = await read(limitMs)
    } catch (error) {
      // The time of the wait has passed, not that of the call.
      if (error instanceof TimeoutError && limitMs < timeoutMs) throw new NotYetError(route.id, response, waitForMs)
      if (!(error instanceof ApiError && error.status === 404 && error.name === 'ApiError')) throw error
      response = undefined
    }
    const there: unknown = response !== undefined && isThere(response as never)
    // A promise is truthy, so an async function would end the wait at once.
    if (there instanceof Promise)
      throw new RestError('config_invalid', '`waitFor` must return true or false, not a promise')
    if (there) return response
    const leftMs = end - now()
    if (leftMs <= 0) throw new NotYetError(route.id, response, waitForMs)
    await sleep(Math.min(pauseMs, leftMs), signal)
  }
}

/** True if a single entity was returned, or a search found something. */
function isFound(response: unknown): boolean {
  const items = Array.isArray(response) ? response : (Object(response) as { items?: unknown }).items
  return Array.isArray(items) ? items.length > 0 : true
}

/** Implements `waitFor`. Only resources whose data lags behind import it, so other bundles do not contain it. */
export interface Waits {
  readonly waitUntilThere: typeof waitUntilThere
}

export const waits: Waits = { waitUntilThere }
