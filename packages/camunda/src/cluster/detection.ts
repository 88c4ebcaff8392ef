import { NetworkError, NotServedError } from '@x/rest'
import type { Server } from './detect.ts'

/** The detected server of a cluster, shared by all callers. */
export interface Detection {
  /** Returns what the cluster serves, after detecting it if necessary. Concurrent callers share one detection. */
  current(): Promise<Server>
  /**
   * Called when a call to `failed` has failed. If the error suggests a change, detects again, and returns what the
   * cluster serves now if it has changed; undefined otherwise.
   */
  changed(error: unknown, failed: Server): Promise<Server | undefined>
}

/** The state of one base URL. */
interface Known {
  server?: Promise<Server> | undefined
  /** Until when errors do not count as a sign of a change, because a detection has just found none. */
  steadyUntil: number
}

/** How long no detection is repeated after one that found no change. */
const steadyMs = 30_000

/** By `fetch`, which tests replace, and by base URL. */
const memory = new WeakMap<object, Map<string, Known>>()

/**
 * Creates a detection that remembers what a cluster serves, for each base URL.
 *
 * @param sender - The `fetch` that requests go through.
 */
export function createDetection(
  sender: object,
  baseUrl: string,
  detect: () => Promise<Server>,
  now: () => number,
): Detection {
  const all = memory.get(sender) ?? new Map<string, Known>()
  memory.set(sender, all)
  const known = all.get(baseUrl) ?? { steadyUntil: 0 }
  all.set(baseUrl, known)

  function start(): Promise<Server> {
    const server = detect()
    known.server = server
    // A failed detection is retried by the next call.
    server.catch(() => {
      if (known.server === server) known.server = undefined
    })
    return server
  }

  return {
    current: () => known.server ?? start(),
    async changed(error, failed) {
      if (!isSign(error)) return undefined
      const asked = known.server
      const latest = await asked
      if (latest && latest !== failed) return isSame(latest, failed) ? undefined : latest
      if (now() < known.steadyUntil) return undefined
      // Another caller may have started a detection already, after the same failure.
      const begun = known.server === asked ? undefined : known.server
      const server = await (begun ?? start())
      if (!isSame(server, failed)) return server
      // The same object, so that its clients are kept.
      known.server = Promise.resolve(failed)
      known.steadyUntil = now() + steadyMs
      return undefined
    },
  }
}

/** Creates a detection for a version that the caller has set: nothing is detected. */
export function fixedDetection(server: Server): Detection {
  return { current: async () => server, changed: async () => undefined }
}

/** True if an endpoint is gone, or a host does not respond. */
function isSign(error: unknown): boolean {
  return error instanceof NotServedError || error instanceof NetworkError
}

function isSame(a: Server, b: Server): boolean {
  return a.reads === b.reads && a.version?.text === b.version?.text && a.restUrl === b.restUrl
}
