import type { Caller } from '../api.ts'
import type { ClientRegistry } from '../clients.ts'
import type { EmulatorClock } from '../clock.ts'
import type { Random } from '../random.ts'
import { type Cluster, statusOf } from './cluster.ts'
import type { ClusterParameters } from './parameters.ts'
import { Refusal } from './refusal.ts'

/** Limits of the organization's plan. A request beyond them gets a 403 (a 400 for clusters). */
export interface PlanLimits {
  /** @defaultValue `10` */
  readonly clusters?: number | undefined
  /** Clients of one cluster. @defaultValue `20` */
  readonly clients?: number | undefined
  /** Secrets of one cluster. @defaultValue `50` */
  readonly secrets?: number | undefined
  /** Members, including invited ones. @defaultValue `25` */
  readonly seats?: number | undefined
}

/** How long operations take on the emulator's clock, in milliseconds. */
export interface Durations {
  /** From creation until `Healthy`. @defaultValue `60_000` */
  readonly clusterCreation?: number | undefined
  /** An upgrade. @defaultValue `30_000` */
  readonly clusterUpdate?: number | undefined
  /** From `Suspended` to `Healthy` after waking. @defaultValue `10_000` */
  readonly wake?: number | undefined
  /** @defaultValue `10_000` */
  readonly backup?: number | undefined
  /** @defaultValue `20_000` */
  readonly restore?: number | undefined
  /** How long other changes get a 409 after a change to secrets. @defaultValue `0` */
  readonly secretChange?: number | undefined
}

export interface Member {
  readonly email: string
  readonly name: string
  readonly roles: readonly string[]
  readonly invitePending: boolean
}

/** One entry of the activity log. */
export interface AuditEvent {
  readonly audit: string
  readonly auditType: 'c' | 'r' | 'u' | 'd'
  readonly entity: string
  readonly entityId: string
  readonly parentEntity?: string | undefined
  readonly parentEntityId?: string | undefined
  readonly timestamp: number
  readonly userId: string
}

/** The state that the Console API works on. */
export interface Organization {
  readonly id: string
  readonly parameters: ClusterParameters
  readonly clusters: Map<string, Cluster>
  /** A cluster that exists but belongs to another organization. */
  readonly foreignClusterId: string
  readonly members: Map<string, Member>
  readonly activity: AuditEvent[]
  readonly limits: { readonly [K in keyof PlanLimits]-?: number }
  readonly durations: { readonly [K in keyof Durations]-?: number }
  readonly clock: EmulatorClock
  readonly random: Random
  readonly clients: ClientRegistry
  /** Addresses of a cluster's components. */
  links(cluster: Cluster): Readonly<Record<string, string>>
}

/** @throws {@link Refusal} 404 for an unknown cluster; `foreign` for one of another organization. */
export function findCluster(organization: Organization, uuid: string, foreign: 403 | 404 = 403): Cluster {
  const cluster = organization.clusters.get(uuid)
  if (cluster !== undefined) return cluster
  if (uuid === organization.foreignClusterId && foreign === 403) throw new Refusal(403, 'Cluster is not yours')
  throw new Refusal(404, 'Cluster not found')
}

export function isHealthy(organization: Organization, cluster: Cluster): boolean {
  return statusOf(cluster, organization.clock.now()) === 'Healthy'
}

/** Starts a phase of the cluster's life, after which it is Healthy again. */
export function startPhase(organization: Organization, cluster: Cluster, status: Cluster['resting'], ms: number): void {
  cluster.phase = { status, until: organization.clock.now() + ms }
  cluster.resting = 'Healthy'
}

/** Writes to the activity log. `what` never contains the value of a secret. */
export function audit(
  organization: Organization,
  caller: Caller,
  what: Pick<AuditEvent, 'audit' | 'auditType' | 'entity' | 'entityId' | 'parentEntity' | 'parentEntityId'>,
): void {
  organization.activity.push({ ...what, timestamp: organization.clock.now(), userId: caller.clientId })
}

export const isoDate = (ms: number): string => new Date(ms).toISOString()
