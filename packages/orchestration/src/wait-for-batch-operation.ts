import { ApiError, type CallOptions, RestError, sleep } from '@x/rest'
import type { BatchOperation, BatchOperations } from './api/batch-operations.ts'
import type { BatchOperationKey } from './api/identifiers.ts'

/** How long to wait for a batch operation, and how often to ask. */
export interface BatchOperationWaitOptions extends Pick<CallOptions, 'signal'> {
  /** In milliseconds. @defaultValue `600_000` (10 minutes) */
  readonly timeoutMs?: number | undefined
  /** Time between a response and the next request, in milliseconds. @defaultValue `1_000` */
  readonly intervalMs?: number | undefined
  /** Called with each state of the batch operation, for example to show how many items are done. */
  readonly onProgress?: ((batchOperation: BatchOperation) => void) | undefined
  /** Waits between two requests; for tests. @defaultValue a timer */
  readonly delay?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Current time in milliseconds; for tests. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** The batch operation did not end in time. It goes on: nothing was stopped. Code `timeout`. */
export class BatchOperationNotDoneError extends RestError {
  override name = 'BatchOperationNotDoneError'
  /** The last state seen; undefined if it was not visible yet. */
  readonly batchOperation: BatchOperation | undefined

  constructor(batchOperation: BatchOperation | undefined) {
    super('timeout', 'The batch operation did not end in time, see `batchOperation`')
    this.batchOperation = batchOperation
  }
}

/** The states that a batch operation ends in. Its `endDate` alone does not tell. */
const ends = ['COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELED', 'FAILED']

/** Asks for a batch operation until it has ended. A new one is not visible at once, so a 404 does not end the wait. */
export async function wait(
  batchOperations: Pick<BatchOperations, 'get'>,
  batchOperationKey: BatchOperationKey,
  options: BatchOperationWaitOptions = {},
): Promise<BatchOperation> {
  const { signal, timeoutMs = 600_000, intervalMs = 1000, onProgress, delay = sleep, now = Date.now } = options
  if (!(intervalMs >= 100)) throw new RestError('config_invalid', '`intervalMs` must be at least 100 milliseconds')
  if (!(timeoutMs >= 0)) throw new RestError('config_invalid', '`timeoutMs` must be 0 or more milliseconds')
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
