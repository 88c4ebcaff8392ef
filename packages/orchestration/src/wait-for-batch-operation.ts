import { ApiError, type CallOptions, expectOption, NetworkError, NotYetError, sleep, TimeoutError } from '@x/rest'
import type { BatchOperation, BatchOperations } from './api/batch-operations.ts'
import type { BatchOperationKey } from './api/identifiers.ts'

/** Options of `batchOperations.wait`: how long it waits, and how often it requests the state. */
export interface BatchOperationWaitOptions extends Pick<CallOptions, 'signal'> {
  /** How long to wait, in milliseconds. `0` requests the state once. @defaultValue `600_000` (10 minutes) */
  readonly timeoutMs?: number | undefined
  /** Pause between a response and the next request, in milliseconds, at least 100. @defaultValue `1_000` */
  readonly intervalMs?: number | undefined
  /** Called with the batch operation after each response, including the last one, for example to show progress. */
  readonly onProgress?: ((batchOperation: BatchOperation) => void) | undefined
  /** Waits between two requests; for tests. @defaultValue a timer */
  readonly delay?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Current time in milliseconds; for tests. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** Minimum time for a request shortly before the end, in milliseconds. */
const shortestMs = 1000
/** Default time limit of a call. */
const usualMs = 30_000

/** The final states of a batch operation. Its `endDate` alone is not reliable. */
const ends = ['COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELED', 'FAILED']

/** Requests a batch operation until it has ended, despite temporary errors. */
export async function wait(
  batchOperations: Pick<BatchOperations, 'get'>,
  batchOperationKey: BatchOperationKey,
  options: BatchOperationWaitOptions = {},
): Promise<BatchOperation> {
  expectOption(Object(options) === options, 'options', 'an object')
  const { signal, timeoutMs = 600_000, intervalMs = 1000, onProgress, delay = sleep, now = Date.now } = options
  // A string would be concatenated to the time instead of added, and the wait would never end.
  expectOption(typeof intervalMs === 'number' && intervalMs >= 100, 'intervalMs', 'at least 100 milliseconds')
  expectOption(typeof timeoutMs === 'number' && timeoutMs >= 0, 'timeoutMs', '0 or more milliseconds')
  const end = now() + timeoutMs
  for (;;) {
    // So that a server that does not respond cannot extend the wait by much.
    const leftMs = timeoutMs > 0 ? Math.max(end - now(), shortestMs) : usualMs
    const limits = leftMs < usualMs ? { signal, timeoutMs: leftMs } : { signal }
    const found = await batchOperations.get(batchOperationKey, limits).catch((error: unknown) => {
      if (mayPass(error)) return undefined
      throw error
    })
    if (found) onProgress?.(found)
    if (found && ends.includes(found.state)) return found
    if (now() + intervalMs > end) throw new NotYetError('batchOperations.wait', found, timeoutMs)
    await delay(intervalMs, signal)
  }
}

/**
 * Whether the same request may succeed a little later: the batch operation is not visible yet, or the error is
 * temporary.
 */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiError)) return error instanceof NetworkError || error instanceof TimeoutError
  return error.status >= 500 || error.status === 429 || (error.status === 404 && error.name === 'ApiError')
}
