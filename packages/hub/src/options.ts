import type { ClientOptions } from '@x/rest'

/** Options of a client of Camunda Hub, or of one of its resources. */
export interface HubClientOptions extends ClientOptions {
  /**
   * Address of Camunda Hub, as `hubUrl` of `@x/env` has it: its origin, with a context path where it has one; `/api` and
   * `/api/v2` at the end are optional. Self-Managed for example `http://localhost:8088`.
   * @defaultValue `https://hub.cloud.camunda.io`
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * Audience of the token. @defaultValue `api.cloud.camunda.io` on SaaS (hosts below `camunda.io`), none elsewhere: Camunda
   * Hub Self-Managed needs no audience
   */
  readonly audience?: string | undefined
}
