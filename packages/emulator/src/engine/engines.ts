import type { createRunningCluster, RunningCluster, RunningParts } from './running-cluster.ts'

/** Creates what runs in a cluster. */
export type StartCluster = typeof createRunningCluster

/**
 * The code of the engine and the sample processes, which is most of the emulator's: available, or loaded on first use.
 */
export type EngineCode = StartCluster | { load(): Promise<StartCluster> }

/** The engines of all clusters, by cluster id. */
export interface Engines {
  /** Returns the engine of a cluster, which the first call creates. */
  load(clusterId: string): Promise<RunningCluster>
  /**
   * The same, synchronously.
   *
   * @throws TypeError if its code is not loaded yet
   */
  of(clusterId: string): RunningCluster
  /** Starts again with the sample data. */
  reset(): void
}

export function createEngines(parts: RunningParts, code: EngineCode): Engines {
  const clusters = new Map<string, RunningCluster>()
  let start = typeof code === 'function' ? code : undefined

  function of(clusterId: string): RunningCluster {
    if (!start) throw new TypeError('The engine is loaded with the first request to a cluster.')
    const cluster = clusters.get(clusterId) ?? start(parts, clusterId)
    clusters.set(clusterId, cluster)
    return cluster
  }

  return {
    load: async (clusterId) => {
      if (typeof code !== 'function') start ??= await code.load()
      return of(clusterId)
    },
    of,
    reset: () => clusters.clear(),
  }
}
