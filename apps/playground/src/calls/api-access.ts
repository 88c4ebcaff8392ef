import type { Authenticator } from '@x/auth'
import type { Api } from '../apis.ts'

/** The access to one API: what its client needs, for any kind of connection. */
export interface ApiAccess {
  readonly api: Api
  readonly baseUrl: string
  readonly auth: Authenticator
  /** Audience of tokens; undefined for the client's default. */
  readonly audience: string | undefined
  readonly fetch: typeof fetch
}
