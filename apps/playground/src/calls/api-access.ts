import type { Authenticator } from '@x/auth'
import type { Api } from '../apis.ts'

/** The way into one API: what its client needs, whatever stands behind. */
export interface ApiAccess {
  readonly api: Api
  readonly baseUrl: string
  readonly auth: Authenticator
  /** Whom tokens are for; undefined leaves it to the client. */
  readonly audience: string | undefined
  readonly fetch: typeof fetch
}
