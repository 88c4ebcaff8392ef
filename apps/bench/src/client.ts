/** Where a client under test finds its servers, and what it says to them. */
export interface ClientOptions {
  readonly tokenUrl: string
  /** Base of the API: `/v1/process-instances/{key}` follows. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly audience: string
  /** For clients that keep tokens in files. */
  readonly directory: string
}

/** One client under test, used as its documentation says. */
export interface Client {
  /** Gives what authenticates one call, where the client has a way to ask for it. */
  readonly headers?: (() => Promise<unknown>) | undefined
  /** One authenticated API call and its answer; rejects when the caller would see a failure. */
  readonly call: () => Promise<unknown>
  /** Reads the page of process instances of an API version; returns the first one's key as the caller gets it. */
  readonly pages?: Partial<Readonly<Record<PageVersion, () => Promise<unknown>>>> | undefined
}

/** Operate v1 sends keys as numbers, v2 as text. */
export type PageVersion = 'v1' | 'v2'

/** What each file under `clients/` and `peers/` exports as `open`. */
export type Open = (options: ClientOptions) => Client | Promise<Client>

/** The process instance that all clients ask for. */
export const instanceKey = '2251799813685249'
