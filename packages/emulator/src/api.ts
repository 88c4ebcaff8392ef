import type { EmulatorClock } from './clock.ts'
import type { JournalEntry } from './journal.ts'

/** The caller, as read from a verified access token. */
export interface Caller {
  readonly clientId: string
  /** The cluster of a cluster client; undefined for an organization client. */
  readonly clusterId?: string | undefined
  /** Permissions of an organization client, for example `Cluster:get`; scopes of a cluster client, for example `Operate`. */
  readonly permissions: ReadonlySet<string>
  /** The claims of its token; undefined for a caller without a token. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

/** One request as an emulated API sees it: authenticated, with the path below the API's base URL. */
export interface ApiRequest {
  readonly method: string
  /** Still percent-encoded, starts with `/`, for example `/v1/process-instances/search`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The body as text; empty if there is none. */
  readonly body: string
  /** The body as bytes, for content that is not text. */
  readonly bytes: ArrayBuffer
  readonly caller: Caller | undefined
  /** Aborts when the caller gives up. */
  readonly signal?: AbortSignal | undefined
}

/** What every emulated API has. */
export interface ApiContext {
  readonly clock: EmulatorClock
}

/** The response, and what the journal records about it. */
export interface ApiAnswer {
  readonly response: Response
  readonly tier?: JournalEntry['tier']
}

/** One emulated API. `reset` restores its seeded data. */
export interface Api {
  handle(request: ApiRequest): Promise<Response | ApiAnswer> | Response | ApiAnswer
  reset(): void
}
