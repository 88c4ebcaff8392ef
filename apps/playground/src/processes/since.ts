import type { Cluster } from '../connection/connection.ts'

/** Whether a cluster has this minor version of Camunda 8 or a later one. */
export async function isSince(cluster: Cluster, minor: number): Promise<boolean> {
  return Number((await cluster.version())?.split('.')[1] ?? 0) >= minor
}
