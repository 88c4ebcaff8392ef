import type { ClientOptions } from '@x/rest'

/** Options of a client of Tasklist, or of one of its resources. */
export interface TasklistClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of Tasklist, such as `tasklistUrl` of `@x/env`; required, because each installation has its own. `/v1` is
   * appended unless it ends with it.
   *
   * On SaaS `https://<region>.tasklist.camunda.io/<cluster id>`. Self-Managed any address and path, for example
   * `http://localhost:8082` up to 8.7 and `http://localhost:8080` from 8.8 on. The type accepts `undefined`, so that
   * you can pass an address from your configuration; creating the client without one throws an error.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token. The empty string requests a token without audience, which some identity providers of
   * Self-Managed installations require. @defaultValue `'tasklist.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
}
