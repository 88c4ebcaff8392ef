import type { ClientOptions } from '@x/rest'

/** Options of the whole client. */
export interface OperateClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Where Operate is; required, since no two installations share it. `/v1` is added unless it already ends with it.
   *
   * On SaaS `https://<region>.operate.camunda.io/<cluster id>`. Self-Managed any address and path, for example
   * `http://localhost:8080` or `https://camunda.example.com/operate`. The type takes `undefined` so that an address out of
   * a configuration can be handed on; making the client then throws and says that it is missing.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Whom the token is for. The empty string asks for a token without audience, which some identity providers of
   * Self-Managed installations need. @defaultValue `'operate.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
  /**
   * True for a server that runs with `camunda.operate.rfc3339ApiDateFormat=true`, which reads dates in filters only as
   * `+00:00` where the others read only `+0000`. @defaultValue `false`
   */
  readonly rfc3339Dates?: boolean | undefined
}

/** Options of one resource that is imported alone: it brings no schemas, so there is nothing to validate answers with. */
export type OperateResourceOptions = Omit<OperateClientOptions, 'validate'>
