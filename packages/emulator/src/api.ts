import type { EmulatorClock } from './clock.ts'
import type { JournalEntry } from './journal.ts'

/** Who calls: what the emulator read from a verified access token. */
export interface Caller {
  readonly clientId: string
  /** The cluster a cluster client belongs to; absent for an organization client. */
  readonly clusterId?: string | undefined
  /** Permissions of an organization client, for example `Cluster:get`; scopes of a cluster client, for example `Operate`. */
  readonly permissions: ReadonlySet<string>
}

/** One request as an emulated API sees it: authenticated, with the path below the API's base URL. */
export interface ApiRequest {
  readonly method: string
  /** Still percent-encoded, starts with `/`, for example `/v1/process-instances/search`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The body as text; empty when there is none. */
  readonly body: string
  /** The body as it was sent, for what is not text. */
  readonly bytes: ArrayBuffer
  readonly caller: Caller | undefined
}

/** What every emulated API shares. */
export interface ApiContext {
  readonly clock: EmulatorClock
}

/** The response, and what the journal says of it. */
export interface ApiAnswer {
  readonly response: Response
  readonly tier?: JournalEntry['tier']
}

/** One emulated API. `reset` brings its seeded data back. */
export interface Api {
  handle(request: ApiRequest): Promise<Response | ApiAnswer> | Response | ApiAnswer
  reset(): void
}
