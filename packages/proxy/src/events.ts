import type { ProxyReason } from './refusal.ts'

/** One request, told when its answer is complete. Holds no header, no path, no query and no body. */
export interface ProxyEvent {
  /** Name of the API, once a listed operation was found. */
  readonly api?: string | undefined
  /** Operation id, for example `processInstances.search`. */
  readonly operation?: string | undefined
  readonly method: string
  /** What the page was answered. */
  readonly status: number
  /** Why, where the proxy answered by itself or broke the answer off. */
  readonly reason?: ProxyReason | undefined
  /** From the request's arrival to the last byte of the answer, in milliseconds. */
  readonly durationMs: number
}
