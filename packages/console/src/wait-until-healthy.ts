import { ApiError, expectOption, RateLimitedError, RestError, sleep } from '@x/rest'
import type { Cluster, ClusterStatus, Clusters } from './api/clusters.ts'

/** How long to wait for a cluster, and how often to check. */
export interface WaitOptions {
  /** Ends the wait, which then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
  /** No further request is sent after this time, in milliseconds. @defaultValue `1_800_000` (30 minutes) */
  readonly timeoutMs?: number | undefined
  /** Time between a response and the next request, in milliseconds; at least `5_000`. @defaultValue `10_000` */
  readonly intervalMs?: number | undefined
  /** Waits between two requests; for tests. @defaultValue a timer */
  readonly delay?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Current time in milliseconds; for tests. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/**
 * The cluster was not healthy in time. It may still become so: nothing was stopped. Code `timeout`. If the last request
 * failed, its error is the `cause`.
 */
export class ClusterNotHealthyError extends RestError {
  override name = 'ClusterNotHealthyError'
  declare readonly clusterId: string
  /**
   * The last state seen; undefined if no request succeeded. `Suspended` requires `clusters.wake`, `WaitingForInput`
   * your encryption key.
   */
  declare readonly status: ClusterStatus | undefined
  declare readonly timeoutMs: number

  constructor(clusterId: string, status: ClusterStatus | undefined, timeoutMs: number, options?: ErrorOptions) {
    super('timeout', 'The cluster was not healthy in time, see `status` and `cause`')
    Object.assign(this, options, { clusterId, status, timeoutMs })
  }
}

/** A new cluster may be unknown for this long. After that, the id is wrong. */
const UNKNOWN_FOR_MS = 120_000

/** Codes of temporary errors: of a call, and of the token request before it. */
const PASSING = new Set(['network', 'timeout', 'response_malformed', 'rate_limited', 'server_error'])

/** Requests the cluster until it is healthy, despite temporary failures. */
export async function waitUntilHealthy(
  clusters: Pick<Clusters, 'get'>,
  clusterId: string,
  options: WaitOptions = {},
): Promise<Cluster> {
  expectOption(Object(options) === options, 'options', 'an object')
  const { signal, timeoutMs = 1_800_000, intervalMs = 10_000, now = Date.now, delay = sleep } = options
  // It takes minutes: more frequent requests would only exceed the API's rate limit. A string would be concatenated to
  // the time instead of added, and the wait would never end.
  expectOption(typeof intervalMs === 'number' && intervalMs >= 5000, 'intervalMs', 'at least 5000 milliseconds')
  expectOption(typeof timeoutMs === 'number' && timeoutMs > 0, 'timeoutMs', 'greater than 0 milliseconds')
  const begin = now()
  let status: ClusterStatus | undefined
  for (;;) {
    let failure: ErrorOptions | undefined
    let waitMs = intervalMs
    try {
      const cluster = await clusters.get(clusterId, { signal })
      status = cluster.status.ready
      if (status === 'Healthy') return cluster
    } catch (cause) {
      const mayBeNew = status === undefined && now() - begin < UNKNOWN_FOR_MS
      if (signal?.aborted || !mayPass(cause, mayBeNew)) throw cause
      failure = { cause }
      if (cause instanceof RateLimitedError) waitMs = Math.max(waitMs, cause.retryAfterMs ?? 0)
    }
    if (now() + waitMs > begin + timeoutMs) throw new ClusterNotHealthyError(clusterId, status, timeoutMs, failure)
    await delay(waitMs, signal)
  }
}

/** Whether the same request may succeed a little later. */
function mayPass(error: unknown, mayBeNew: boolean): boolean {
  if (!(error instanceof ApiError)) return PASSING.has((error as { code?: unknown } | undefined)?.code as string)
  const { status } = error
  return status >= 500 || status === 429 || status === 408 || (status === 404 && mayBeNew)
}
