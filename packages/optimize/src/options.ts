import type { ClientOptions } from '@x/rest'

/** Options of a client of Optimize, or of one of its resources. */
export interface OptimizeClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of Optimize, as `optimizeUrl` of `@x/env` has it; required, since no two installations share it. `/api` is appended
   * unless it ends with it.
   *
   * On SaaS `https://<region>.optimize.camunda.io/<cluster id>`, Self-Managed for example `http://localhost:8083`. The type
   * accepts `undefined` so that an address from your configuration can be passed on; creating the client then throws and says
   * that it is missing.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token; Self-Managed usually `optimize-api`. The empty string requests a token without audience.
   * @defaultValue `'optimize.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
}
