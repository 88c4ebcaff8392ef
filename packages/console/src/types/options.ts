import type { ClientOptions } from '@x/rest'

/** Options of `createConsoleClient`. */
export interface ConsoleClientOptions extends ClientOptions {
  /** @defaultValue `https://api.cloud.camunda.io` */
  readonly baseUrl?: string | URL | undefined
  /** Whom the token is for. @defaultValue `api.cloud.camunda.io` */
  readonly audience?: string | undefined
}

/** Options of one resource that is imported alone: it brings no schemas, so there is nothing to validate with. */
export type ConsoleResourceOptions = Omit<ConsoleClientOptions, 'validate'>
