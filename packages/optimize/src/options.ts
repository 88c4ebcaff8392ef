import type { ClientOptions } from '@x/rest'

/** Options of a client of Optimize, or of one of its resources. */
export interface OptimizeClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of Optimize, such as `optimizeUrl` of `@x/env`; required, because each installation has its own. `/api` is
   * appended unless it ends with it.
   *
   * On SaaS `https://<region>.optimize.camunda.io/<cluster id>`, Self-Managed for example `http://localhost:8083`. The
   * type accepts `undefined`, so that you can pass an address from your configuration; creating the client without one
   * throws an error.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token; Self-Managed usually `optimize-api`. The empty string requests a token without audience.
   * @defaultValue `'optimize.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
}
