import { type CallOptions, RestError, sleep } from '@x/rest'
import type { Cluster, ClusterStatus } from './types/cluster.ts'

/** How long to wait for a cluster, and how often to ask. */
export interface WaitOptions {
  /** Ends the wait, which then rejects with the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined
  /** After this time no further question is asked, in milliseconds. @defaultValue `1_800_000` (30 minutes) */
  readonly timeoutMs?: number | undefined
  /** Between an answer and the next question, in milliseconds; at least `5_000`. @defaultValue `10_000` */
  readonly intervalMs?: number | undefined
  /** Waits between two questions; for tests. @defaultValue a timer */
  readonly delay?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
  /** Current time in milliseconds; for tests. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** The cluster was not healthy in time. It may still become so: nothing was stopped. Code `timeout`. */
export class ClusterNotHealthyError extends RestError {
  override name = 'ClusterNotHealthyError'
  readonly clusterId: string
  /** The last state seen. `Suspended` wants `clusters.wake`, `WaitingForInput` an encryption key of yours. */
  readonly status: ClusterStatus
  readonly timeoutMs: number

  constructor(clusterId: string, status: ClusterStatus, timeoutMs: number) {
    super('timeout', 'The cluster was not healthy in time, see `status`')
    this.clusterId = clusterId
    this.status = status
    this.timeoutMs = timeoutMs
  }
}

/** Asks `get` until the cluster is healthy. */
export async function waitUntilHealthy(
  get: (clusterId: string, options: CallOptions) => Promise<Cluster>,
  clusterId: string,
  options: WaitOptions = {},
): Promise<Cluster> {
  const { signal, timeoutMs = 1_800_000, intervalMs = 10_000, now = Date.now } = options
  // Anything less would spend the API's patience on a process that takes minutes.
  if (!(intervalMs >= 5000)) {
    throw new RestError('config_invalid', '`intervalMs` has to be 5000 milliseconds or more')
  }
  if (!(timeoutMs > 0)) throw new RestError('config_invalid', '`timeoutMs` has to be more than 0 milliseconds')
  const end = now() + timeoutMs
  for (;;) {
    const cluster = await get(clusterId, { signal })
    const { ready } = cluster.status
    if (ready === 'Healthy') return cluster
    if (now() + intervalMs > end) throw new ClusterNotHealthyError(clusterId, ready, timeoutMs)
    await (options.delay ?? sleep)(intervalMs, signal)
  }
}
