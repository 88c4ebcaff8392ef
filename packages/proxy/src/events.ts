import type { ProxyReason } from './refusal.ts'

/** One request, reported when its response has ended. Contains no header, no path, no query and no body. */
export interface ProxyEvent {
  /** Name of the API, once an allowed operation was found. */
  readonly api?: string | undefined
  /** Operation ID, for example `processInstances.search`. */
  readonly operation?: string | undefined
  readonly method: string
  /** Status of the response. */
  readonly status: number
  /** Why the proxy responded itself, or broke off the response. */
  readonly reason?: ProxyReason | undefined
  /** From the request's arrival to the last byte of the response, in milliseconds. */
  readonly durationMs: number
}
