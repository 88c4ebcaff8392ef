import type { ClientOptions } from '@x/rest'
import type { CollaboratorRole } from './api/collaborators.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** Options of a client of Web Modeler, or of one of its resources. */
export interface ModelerClientOptions extends ClientOptions {
  /**
   * Address of Web Modeler: its origin, with a context path if it has one; `/api` and `/api/v1` at the end are
   * optional. `undefined` is rejected, because it may be an address that was never set: the tokens of your own Camunda would
   * go to SaaS. @defaultValue `https://modeler.cloud.camunda.io/api/v1`
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * Audience of the token. @defaultValue `api.cloud.camunda.io` on SaaS (hosts below `camunda.io`), none elsewhere: Web
   * Modeler Self-Managed requires no audience
   */
  readonly audience?: string | undefined
  /**
   * Maximum number of requests per minute. Calls wait for their turn, and after a 429 until its `Retry-After` has
   * passed; `onEvent` receives a `paced` event. The wait does not count as part of the client's `timeoutMs`, but it
   * does for a `timeoutMs` of a single call, which fails at once if its turn would come too late. `false` for no limit
   * and no wait.
   * @defaultValue `240` on SaaS, which returns 429 above it; elsewhere none until the first 429, then `240`
   */
  readonly requestsPerMinute?: number | false | undefined
  /** A limiter that several clients of one credential share, instead of `requestsPerMinute`. */
  readonly rateLimiter?: RateLimiter | undefined
  /**
   * How requests and responses are checked. `strict` also rejects values that Web Modeler's own description allows:
   * file types other than `bpmn`, `dmn`, `form` and `connector_template`, and roles other than the four of
   * {@link CollaboratorRole}, which are plain strings there. @defaultValue `'lenient'`
   */
  readonly validate?: ClientOptions['validate']
}
