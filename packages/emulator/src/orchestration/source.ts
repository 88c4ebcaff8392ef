import type { RunningClock } from '../clock.ts'
import type { Engines } from '../engine/engines.ts'
import type { Waiting } from '../engine/waiting.ts'
import type { SampledSource } from '../sampled/product.ts'
import type { Users } from '../session/users.ts'
import { LINKS } from './documents/links.ts'
import { createSamples } from './samples.ts'

export interface OrchestrationParts {
  readonly clock: RunningClock
  readonly waiting: Waiting
  readonly seed: number
  readonly engines: Engines
  /** Number of partitions of each cluster. */
  readonly partitions: number
  readonly users: Users | undefined
  /** Whether authorizations are enforced. */
  readonly authorizations: boolean
  /** Whether a cluster has secondary storage, so that reads find anything. */
  hasStorage(clusterId: string): boolean
  addressOf(clusterId: string): string
  /** Clients of a cluster that have all permissions from the beginning. */
  administratorsOf(clusterId: string): readonly string[]
}

/** The Orchestration Cluster API v2, including the administration of the cluster and physical tenants. */
export function createOrchestrationSource({
  addressOf,
  administratorsOf,
  hasStorage,
  engines,
  partitions,
  ...parts
}: OrchestrationParts): SampledSource {
  return {
    name: 'orchestration',
    basePath: '/zeebe',
    scope: 'Zeebe',
    load: async () => {
      const { operations, orchestrationApi } = await import('@x/orchestration/operations')
      return { operations, about: orchestrationApi }
    },
    prefix: { pattern: /^\/physical-tenants\/[a-z0-9]{1,64}(?=\/v2\/)/, since: 10 },
    special: createSamples(partitions),
    readsAnyCase: true,
    links: LINKS,
    loadReal: async (clusterId) => {
      const [{ createOrchestrationCluster }, { operations }] = await Promise.all([
        import('./cluster.ts'),
        import('@x/orchestration/operations'),
      ])
      return createOrchestrationCluster({
        ...parts,
        clusterId,
        hasStorage: hasStorage(clusterId),
        address: addressOf(clusterId),
        administrators: administratorsOf(clusterId),
        operations,
        running: await engines.load(clusterId),
      })
    },
  }
}
