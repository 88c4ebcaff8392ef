import type { ClientRegistry } from '../clients.ts'
import type { EmulatorClock } from '../clock.ts'
import { createRandom, type Random } from '../random.ts'
import type { Cluster } from './cluster.ts'
import type { Durations, Organization, PlanLimits } from './organization.ts'
import { createParameters } from './parameters.ts'

export interface OrganizationParts {
  readonly seed: number
  readonly clock: EmulatorClock
  /**
   * Creates the ids of later additions. Unlike the ids of the organization itself, they start again after each reset.
   */
  readonly random: Random
  readonly clients: ClientRegistry
  readonly limits: PlanLimits | undefined
  readonly durations: Durations | undefined
  links(cluster: Cluster): Readonly<Record<string, string>>
}

/** Creates an organization without clusters and people. */
export function createOrganization({ seed, limits, durations, ...parts }: OrganizationParts): Organization {
  const fixed = createRandom(seed ^ 0x5eed)
  return {
    ...parts,
    id: fixed.uuid(),
    foreignClusterId: fixed.uuid(),
    parameters: createParameters(fixed),
    clusters: new Map(),
    members: new Map(),
    activity: [],
    limits: {
      clusters: limits?.clusters ?? 10,
      clients: limits?.clients ?? 20,
      secrets: limits?.secrets ?? 50,
      seats: limits?.seats ?? 25,
    },
    durations: {
      clusterCreation: durations?.clusterCreation ?? 60_000,
      clusterUpdate: durations?.clusterUpdate ?? 30_000,
      wake: durations?.wake ?? 10_000,
      backup: durations?.backup ?? 10_000,
      restore: durations?.restore ?? 20_000,
      secretChange: durations?.secretChange ?? 0,
    },
  }
}
