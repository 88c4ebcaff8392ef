import type { UnauthorizedBody } from './authentication.ts'
import type { CamundaVersion } from './camunda-version.ts'
import type { ClusterStorage } from './console/cluster.ts'
import type { Durations, PlanLimits } from './console/organization.ts'
import type { ClusterSeed } from './console/seed.ts'
import type { OperateData } from './engine/sample-data.ts'
import type { ModelerData } from './modeler/product.ts'
import type { OrchestrationData } from './orchestration/options.ts'
import type { EmulatorUser } from './session/users.ts'
import type { RateLimitOptions } from './token/rate-limit.ts'

/** Options of `createEmulator`. The defaults resemble Camunda's SaaS. */
export interface EmulatorOptions {
  /**
   * The kind of deployment. `self-managed` has one cluster, whose users can sign in with HTTP Basic (from 8.8 on) or a
   * session cookie, a Keycloak for tokens, Web Modeler, and no Console.
   *
   * @defaultValue `saas`
   */
  readonly deployment?: 'saas' | 'self-managed' | undefined
  /** Who can sign in to a Self-Managed cluster. @defaultValue `demo` with the password `demo` */
  readonly users?: readonly EmulatorUser[] | undefined
  /**
   * Scheme, host and port that all addresses begin with. Clients store rate limits and rejected credentials by the
   * address of the token endpoint, so by default each emulator of a process has its own.
   *
   * @defaultValue `http://camunda-1.localhost` for the first emulator of a process without this option,
   * `http://camunda-2.localhost` for the second, and so on
   */
  readonly origin?: string | undefined
  /** Seed for all ids, secrets and data: the same seed produces the same credentials in every run. @defaultValue `1` */
  readonly seed?: number | undefined
  /** Version of Camunda, for an emulator with one cluster. @defaultValue see `clusters` */
  readonly version?: CamundaVersion | undefined
  /** Secondary storage of the only cluster, see {@link ClusterSeed.storage}. @defaultValue see `clusters` */
  readonly storage?: ClusterStorage | undefined
  /** The initial clusters. @defaultValue one of Camunda 8.8 and one of 8.9; Self-Managed one of 8.9 */
  readonly clusters?: readonly ClusterSeed[] | undefined
  /** Sample data of the initial clusters. All their APIs show it. */
  readonly operate?: OperateData | undefined
  /** How the Orchestration Cluster API of the clusters behaves. */
  readonly orchestration?: OrchestrationData | undefined
  /** Version and rate limit of Web Modeler. @defaultValue that of Camunda 8.10, on SaaS with 240 requests per minute */
  readonly modeler?: ModelerData | undefined
  /** Lifetime of access tokens in seconds. @defaultValue `86_400` as on SaaS; Self-Managed `300` as in Keycloak */
  readonly tokenLifetimeSeconds?: number | undefined
  /** Limit of the token endpoint; `false` for none. @defaultValue one request per second and source; Self-Managed none */
  readonly rateLimit?: RateLimitOptions | false | undefined
  /** Limits of the organization's plan. */
  readonly limits?: PlanLimits | undefined
  /** How long operations on clusters, backups and secrets take. */
  readonly durations?: Durations | undefined
  /** Format of the body of a 401. @defaultValue `json` */
  readonly unauthorizedBody?: UnauthorizedBody | undefined
  /** Maximum number of requests in the journal. @defaultValue `10_000` */
  readonly journalLimit?: number | undefined
  /** Returns the current time in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
}

let unnamed = 0

/** Checks the option. @throws TypeError that names it. */
export function readOrigin(origin = `http://camunda-${++unnamed}.localhost`): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  const web = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!url || !web || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new TypeError('origin must be a scheme, a host and a port only, for example http://127.0.0.1:8088.')
  }
  return url.origin
}

/** Checks the option. @throws TypeError that names it. */
export function readLifetime(seconds: number): number {
  if (Number.isInteger(seconds) && seconds > 0) return seconds
  throw new TypeError('tokenLifetimeSeconds must be a whole number of seconds above 0.')
}
