/** The addresses and credentials of a client under test. */
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

/** A client under test, used as its documentation says. */
export interface Client {
  /** Returns what authenticates one call, if the client has a method for it. */
  readonly headers?: (() => Promise<unknown>) | undefined
  /** Makes one authenticated API call and returns the response. Rejects if the caller would see a failure. */
  readonly call: () => Promise<unknown>
  /** Reads the page of process instances of an API version, and returns the first one's key as the caller gets it. */
  readonly pages?: Partial<Readonly<Record<PageVersion, () => Promise<unknown>>>> | undefined
}

/** Operate v1 sends keys as numbers, v2 as text. */
export type PageVersion = 'v1' | 'v2'

/** The export `open` of each file under `clients/` and `peers/`. */
export type Open = (options: ClientOptions) => Client | Promise<Client>

/** The process instance that all clients get. */
export const instanceKey = '2251799813685249'
