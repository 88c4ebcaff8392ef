import type { ClientOptions } from '@x/rest'
import type { RateLimiter } from './rate-limiter.ts'

/** Options of a resource that is imported alone, without validation. */
export interface ModelerResourceOptions extends Omit<ClientOptions, 'validate'> {
  /**
   * Address of Web Modeler: its origin, with a context path where it has one; `/api` and `/api/v1` at the end are
   * optional. @defaultValue `https://modeler.cloud.camunda.io/api/v1`
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * Whom the token is for. @defaultValue `api.cloud.camunda.io` on SaaS (hosts below `camunda.io`), none elsewhere: Web
   * Modeler Self-Managed wants no audience
   */
  readonly audience?: string | undefined
  /**
   * Most requests in a minute; calls wait for their turn, and that does not count for `timeoutMs`. `false` for no limit.
   * @defaultValue `240` on SaaS, which refuses more with 429; `false` elsewhere
   */
  readonly requestsPerMinute?: number | false | undefined
  /** A limiter that several clients of one credential share; used instead of `requestsPerMinute`. */
  readonly rateLimiter?: RateLimiter | undefined
}

/** Options of {@link createModelerClient}. */
export interface ModelerClientOptions extends ModelerResourceOptions, Pick<ClientOptions, 'validate'> {}
