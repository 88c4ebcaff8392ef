import type { ClientOptions } from '@x/rest'
import type { CollaboratorRole } from './api/collaborators.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** Options of a client of Web Modeler, or of one of its resources. */
export interface ModelerClientOptions extends ClientOptions {
  /**
   * Address of Web Modeler: its origin, with a context path where it has one; `/api` and `/api/v1` at the end are
   * optional. @defaultValue `https://modeler.cloud.camunda.io/api/v1`
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * Audience of the token. @defaultValue `api.cloud.camunda.io` on SaaS (hosts below `camunda.io`), none elsewhere: Web
   * Modeler Self-Managed needs no audience
   */
  readonly audience?: string | undefined
  /**
   * Most requests in a minute. Calls wait for their turn, and after a 429 until its `Retry-After` has passed; `onEvent` gets
   * a `paced` event. The wait does not count for the client's `timeoutMs`, but for that of a single call, which fails at once
   * if its turn comes too late. `false` for no limit and no wait.
   * @defaultValue `240` on SaaS, which answers more with 429; elsewhere none until a first 429, then `240`
   */
  readonly requestsPerMinute?: number | false | undefined
  /** A limiter that several clients of one credential share; used instead of `requestsPerMinute`. */
  readonly rateLimiter?: RateLimiter | undefined
  /**
   * How requests and responses are checked. `strict` also rejects what Web Modeler's own description allows: file types
   * other than `bpmn`, `dmn`, `form` and `connector_template`, and roles other than the four of {@link CollaboratorRole}, which
   * are plain strings there. @defaultValue `'lenient'`
   */
  readonly validate?: ClientOptions['validate']
}
