import { ApiError } from './api-error.ts'
import type { Connection } from './connection.ts'
import { expectOption, RestError } from './errors.ts'
import { NotYetError } from './not-yet-error.ts'
import type { AnyOptions } from './options.ts'
import type { Route } from './route.ts'

const firstPauseMs = 100
const longestPauseMs = 1000

/**
 * Repeats a read until its response is the one that the caller waits for: searches lag behind commands.
 *
 * @throws {NotYetError} when `waitForMs` is over, with the last response
 */
async function waitUntilThere(
  { now, sleep }: Connection,
  route: Route,
  read: () => Promise<unknown>,
  { waitFor, waitForMs = 10_000, signal }: AnyOptions,
): Promise<unknown> {
  const isThere = waitFor === true ? isFound : waitFor
  expectOption(typeof isThere === 'function', 'waitFor', 'true or a function')
  expectOption(typeof waitForMs === 'number' && waitForMs >= 0, 'waitForMs', '0 or more milliseconds')
  const isRead = route.method === 'GET' || route.safe
  expectOption(isRead, 'waitFor', `left out: ${route.id} is no read, it changes something`)
  const end = now() + waitForMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const response = await read().catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404 && error.name === 'ApiError') return undefined
      throw error
    })
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

/** True if a single entity was returned, or a search has found something. */
function isFound(response: unknown): boolean {
  const items = Array.isArray(response) ? response : (Object(response) as { items?: unknown }).items
  return Array.isArray(items) ? items.length > 0 : true
}

/** Implements `waitFor`. Only resources whose data lags behind import it, so other bundles do not contain it. */
export interface Waits {
  readonly waitUntilThere: typeof waitUntilThere
}

export const waits: Waits = { waitUntilThere }
