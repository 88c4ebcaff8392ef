import { ApiError, type CallOptions, RestError, sleep } from '@x/rest'
import type { BatchOperation, BatchOperations } from './api/batch-operations.ts'
import type { BatchOperationKey } from './api/identifiers.ts'

/** Options of `batchOperations.wait`: how long it waits, and how often it requests the state. */
export interface BatchOperationWaitOptions extends Pick<CallOptions, 'signal'> {
  /** How long to wait, in milliseconds. `0` requests the state once. @defaultValue `600_000` (10 minutes) */
  readonly timeoutMs?: number | undefined
  /** Pause between a response and the next request, in milliseconds, at least 100. @defaultValue `1_000` */
  readonly intervalMs?: number | undefined
  /** Called with the batch operation after each response, the last one included: to show how many items are done. */
  readonly onProgress?: ((batchOperation: BatchOperation) => void) | undefined
  /** Waits between two requests; for tests. @defaultValue a timer */
  readonly delay?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Current time in milliseconds; for tests. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** The batch operation did not end in time. It goes on in the cluster. Code `timeout`. */
export class BatchOperationNotDoneError extends RestError {
  override name = 'BatchOperationNotDoneError'
  /** The batch operation in the last response; undefined if it was not visible yet. */
  readonly batchOperation: BatchOperation | undefined

  constructor(batchOperation: BatchOperation | undefined) {
    super('timeout', 'The batch operation did not end in time, see `batchOperation`')
    this.batchOperation = batchOperation
  }
}

/** The states that a batch operation ends in. Its `endDate` alone is not reliable. */
const ends = ['COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELED', 'FAILED']

/** Requests a batch operation until it has ended. A new one is not visible at once, so a 404 does not end the wait. */
export async function wait(
  batchOperations: Pick<BatchOperations, 'get'>,
  batchOperationKey: BatchOperationKey,
  options: BatchOperationWaitOptions = {},
): Promise<BatchOperation> {
  if (Object(options) !== options) throw new RestError('config_invalid', '`options` must be an object')
  const { signal, timeoutMs = 600_000, intervalMs = 1000, onProgress, delay = sleep, now = Date.now } = options
  // Text would be appended to the time instead of added, and the wait would never end.
  if (!(typeof intervalMs === 'number' && intervalMs >= 100))
    throw new RestError('config_invalid', '`intervalMs` must be at least 100 milliseconds')
  if (!(typeof timeoutMs === 'number' && timeoutMs >= 0))
    throw new RestError('config_invalid', '`timeoutMs` must be 0 or more milliseconds')
  const end = now() + timeoutMs
  for (;;) {
    const found = await batchOperations.get(batchOperationKey, { signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404 && error.name === 'ApiError') return undefined
      throw error
    })
    if (found) onProgress?.(found)
    if (found && ends.includes(found.state)) return found
    if (now() + intervalMs > end) throw new BatchOperationNotDoneError(found)
    await delay(intervalMs, signal)
  }
}
