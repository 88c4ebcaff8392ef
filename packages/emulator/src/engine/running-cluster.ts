import { EngineError } from '@x/engine'
import type { RunningClock } from '../clock.ts'
import { seedOf } from '../random.ts'
import { repair } from '../samples/operators.ts'
import { createSampleWorld, type SampleWorld } from '../samples/world.ts'
import { type ClusterEngine, createClusterEngine } from './cluster-engine.ts'
import { createLag, type Lag } from './lag.ts'
import type { SampleData } from './sample-data.ts'
import type { Waiting } from './waiting.ts'

/** The engine of one cluster, with the lag of its reads. */
export interface RunningCluster extends ClusterEngine {
  readonly lag: Lag
  /** Runs everything that is due now, and makes changes visible. The first call creates the sample data. */
  settle(): Promise<void>
  /**
   * Resolves an active incident as an operator would: sets what a sample process is missing, and retries the job.
   *
   * @throws Error if there is no active incident with this key
   */
  resolveIncident(incidentKey: string): void
}

export interface RunningParts {
  readonly clock: RunningClock
  readonly seed: number
  readonly lagMs: number
  readonly waiting: Waiting
  readonly data: SampleData
  /** Whether the cluster is an initial one. On a cluster that was created later, nothing has run yet. */
  hasHistory(clusterId: string): boolean
}

/** Creates what runs in a cluster. */
export function createRunningCluster(parts: RunningParts, clusterId: string): RunningCluster {
  const { clock, lagMs, waiting, data } = parts
  const seed = seedOf(`${parts.seed} ${clusterId}`)
  const lag = createLag(clock, lagMs)
  let world: SampleWorld | undefined
  const cluster = createClusterEngine({
    clock,
    seed,
    lag,
    partitions: data.partitions,
    onEvent: (event) => {
      world?.notice(event)
      waiting.wake()
    },
  })
  const { engine } = cluster
  if (data.processInstances > 0 && parts.hasHistory(clusterId)) {
    world = createSampleWorld({ engine, clock: cluster.clock, seed, ...data })
  }

  async function begin(): Promise<void> {
    await world?.begin()
    // The initial data is visible immediately.
    await lag.settle(Number.POSITIVE_INFINITY)
  }

  let begun: Promise<void> | undefined
  async function settle(): Promise<void> {
    begun ??= begin()
    await begun
    await lag.settle()
    world?.goOn()
    cluster.catchUp()
  }

  return {
    ...cluster,
    // Deployments must wait until the history of the sample data exists.
    engine: { ...engine, deploy: (...deployment) => settle().then(() => engine.deploy(...deployment)) },
    lag,
    settle,
    resolveIncident: (key) => {
      const incident = engine.incidents.get(key)
      if (incident?.state !== 'ACTIVE') throw new EngineError('NOT_FOUND', `No active incident has the key "${key}".`)
      repair(engine, incident)
      world?.goOn()
    },
  }
}
