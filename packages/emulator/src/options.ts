import type { UnauthorizedBody } from './authentication.ts'
import type { Durations, PlanLimits } from './console/organization.ts'
import type { ClusterSeed } from './console/seed.ts'
import type { ModelerData } from './modeler/product.ts'
import type { OperateData } from './operate/options.ts'
import type { EmulatorUser } from './session/users.ts'
import type { RateLimitOptions } from './token/rate-limit.ts'

/** Settings of `createEmulator`. All have a default that resembles Camunda's SaaS. */
export interface EmulatorOptions {
  /**
   * Where Camunda runs. `self-managed` has one cluster, whose users can sign in with HTTP Basic (from 8.8 on) or a session
   * cookie, a Keycloak for tokens, Web Modeler, and no Console.
   *
   * @defaultValue `saas`
   */
  readonly deployment?: 'saas' | 'self-managed' | undefined
  /** Who can sign in to a Self-Managed cluster. @defaultValue `demo` with the password `demo` */
  readonly users?: readonly EmulatorUser[] | undefined
  /** Scheme, host and port that all addresses begin with. @defaultValue `http://camunda.localhost` */
  readonly origin?: string | undefined
  /** Decides all invented ids and secrets: the same seed gives the same credentials in every run. @defaultValue `1` */
  readonly seed?: number | undefined
  /** The clusters to begin with. @defaultValue one of Camunda 8.8 and one of 8.9; Self-Managed one of 8.9 */
  readonly clusters?: readonly ClusterSeed[] | undefined
  /** What the Operate of each cluster to begin with holds. */
  readonly operate?: OperateData | undefined
  /** Which Web Modeler it is. @defaultValue that of Camunda 8.10, on SaaS with 240 requests per minute */
  readonly modeler?: ModelerData | undefined
  /** How long an access token lasts, in seconds. @defaultValue `86_400` as on SaaS; Self-Managed `300` as Keycloak has it */
  readonly tokenLifetimeSeconds?: number | undefined
  /** Limit of the token endpoint; `false` for none. @defaultValue one request per second and source; Self-Managed none */
  readonly rateLimit?: RateLimitOptions | false | undefined
  /** What the plan of the organization allows. */
  readonly limits?: PlanLimits | undefined
  /** How long clusters, backups and the like take. */
  readonly durations?: Durations | undefined
  /** What a 401 of an API looks like. @defaultValue `json` */
  readonly unauthorizedBody?: UnauthorizedBody | undefined
  /** How many requests the journal remembers. @defaultValue `10_000` */
  readonly journalLimit?: number | undefined
  /** Current time in milliseconds since the epoch. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

/** The option, checked. @throws TypeError that names it. */
export function readOrigin(origin = 'http://camunda.localhost'): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  const web = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!url || !web || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new TypeError('origin must be a scheme, a host and a port only, for example http://127.0.0.1:8088.')
  }
  return url.origin
}

/** The option, checked. @throws TypeError that names it. */
export function readLifetime(seconds: number): number {
  if (Number.isInteger(seconds) && seconds > 0) return seconds
  throw new TypeError('tokenLifetimeSeconds must be a whole number of seconds above 0.')
}
