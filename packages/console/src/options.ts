import type { ClientOptions } from '@x/rest'

/** Options of a client of Console, or of one of its resources. */
export interface ConsoleClientOptions extends ClientOptions {
  /** `undefined` is rejected, since it may stand for an address that is not set. @defaultValue `https://api.cloud.camunda.io` */
  readonly baseUrl?: string | URL | undefined
  /** Audience of the token. @defaultValue `api.cloud.camunda.io` */
  readonly audience?: string | undefined
}
