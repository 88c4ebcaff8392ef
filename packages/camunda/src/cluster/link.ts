import { ApiError, NetworkError, NotServedError } from '@x/rest'
import { ClusterError } from './cluster-error.ts'
import { notFound, type Server } from './detect.ts'
import type { Detection } from './detection.ts'
import { isAbsence, outcomeOf } from './probe.ts'
import { lastWithV1 } from './version.ts'

/** Runs calls against what a cluster serves, and repeats them once if that has changed. */
export interface Link {
  server(): Promise<Server>
  /** Runs a call. Pass `isRead` if it may be repeated although the server might have received it. */
  run<T>(call: (server: Server) => Promise<T>, signal?: AbortSignal, isRead?: boolean): Promise<T>
  /** Runs an iteration. It is restarted only if nothing has been returned yet. */
  iterate<T>(
    open: (server: Server) => Promise<AsyncIterable<T>>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void, undefined>
}

export function createLink(detection: Detection): Link {
  async function serverAfter(error: unknown, failed: Server, canRepeat: boolean): Promise<Server> {
    const changed = await detection.changed(error, failed)
    if (changed && canRepeat) return changed
    throw explain(error, failed)
  }

  return {
    server: () => detection.current(),
    async run(call, signal, isRead = false) {
      const server = await abortable(detection.current(), signal)
      try {
        return await call(server)
      } catch (error) {
        return call(await serverAfter(error, server, isRead || wasNotReceived(error)))
      }
    },
    async *iterate(open, signal) {
      let server = await abortable(detection.current(), signal)
      let canRepeat = true
      for (;;) {
        try {
          for await (const item of await open(server)) {
            canRepeat = false
            yield item
          }
          return
        } catch (error) {
          server = await serverAfter(error, server, canRepeat)
          canRepeat = false
        }
      }
    },
  }
}

/** True if an error shows that no server has processed the request. */
function wasNotReceived(error: unknown): boolean {
  if (error instanceof NotServedError) return true
  return (
    error instanceof NetworkError &&
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ConnectionRefused)$/.test(error.reasonCode ?? '')
  )
}

/** Waits for a promise that other callers also wait for; an abort ends this caller's wait only. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  signal.throwIfAborted()
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Replaces an error that could be misunderstood by one that explains it for this cluster. */
function explain(error: unknown, { reads, version, restUrl, tried }: Server): unknown {
  if (error instanceof ApiError && error.status === 403 && /requires a secondary storage/i.test(error.detail ?? '')) {
    const message =
      'This cluster runs without secondary storage, so it has no searches and no reads of past data. No permission helps: ' +
      'configure a secondary storage'
    return new ClusterError('no_secondary_storage', message, [], error)
  }
  // From Operate and Tasklist v1, which end with 8.9; later versions are never called for them.
  if (reads === 'v2' && version && error instanceof NotServedError && error.until === `8.${lastWithV1}`) {
    const message =
      `Camunda ${version.text} serves Operate v1 and Tasklist v1 on Elasticsearch and OpenSearch only, and this cluster does not ` +
      'serve them. Use `orchestration`, or the resources of the cluster itself, such as `processInstances`'
    return new ClusterError('not_served', message, [], error)
  }
  if (version === undefined && isAbsence(error)) {
    const { method, url } = error as ApiError
    return notFound(restUrl, [...tried, { method, url, outcome: outcomeOf(error) }], error)
  }
  return error
}
