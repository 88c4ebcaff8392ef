import type { ClientOptions } from '@x/rest'

/** Options of a client of Operate, or of one of its resources. */
export interface OperateClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of Operate; required, since no two installations share it. `/v1` is appended unless it ends with it.
   *
   * On SaaS `https://<region>.operate.camunda.io/<cluster id>`. Self-Managed any address and path, for example
   * `http://localhost:8080` or `https://camunda.example.com/operate`. The type accepts `undefined` so that an address from
   * your configuration can be passed on; creating the client then throws and says that it is missing.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token. The empty string requests a token without audience, which some identity providers of
   * Self-Managed installations need. @defaultValue `'operate.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
  /**
   * True for a server that runs with `camunda.operate.rfc3339ApiDateFormat=true`, which reads dates in filters only as
   * `+00:00` where the others read only `+0000`. @defaultValue `false`
   */
  readonly rfc3339Dates?: boolean | undefined
}
