import type { ClientOptions } from '@x/rest'

/** Options of a client of Operate, or of one of its resources. */
export interface OperateClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of Operate; required, because each installation has its own. `/v1` is appended unless it ends with it.
   *
   * On SaaS `https://<region>.operate.camunda.io/<cluster id>`. Self-Managed any address and path, for example
   * `http://localhost:8080` or `https://camunda.example.com/operate`. The type accepts `undefined`, so that you can
   * pass an address from your configuration; creating the client without one throws an error.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token. The empty string requests a token without audience, which some identity providers of
   * Self-Managed installations require. @defaultValue `'operate.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
  /**
   * True for a server with `camunda.operate.rfc3339ApiDateFormat=true`, which accepts only `+00:00` in dates of
   * filters, while others accept only `+0000`. @defaultValue `false`
   */
  readonly rfc3339Dates?: boolean | undefined
}
