import type { ClientOptions } from '@x/rest'

/** Options of a client of Camunda Hub, or of one of its resources. */
export interface HubClientOptions extends ClientOptions {
  /**
   * Address of Camunda Hub, such as `hubUrl` of `@x/env`: its origin, with a context path if it has one; `/api` and
   * `/api/v2` at the end are optional. Self-Managed for example `http://localhost:8088`.
   * `undefined` is rejected, because it may be an address that was never set: the tokens of your own Camunda would go to SaaS.
   * @defaultValue `https://hub.cloud.camunda.io`
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * Audience of the token. @defaultValue `api.cloud.camunda.io` on SaaS (hosts below `camunda.io`), none elsewhere:
   * Camunda Hub Self-Managed requires no audience
   */
  readonly audience?: string | undefined
}
