import type { Cluster } from '../../connection/connection.ts'
import { connection } from '../../connection/state.ts'
import { useLoaded } from '../../ui/use-loaded.ts'

/** The first minor version that has the commands of actions. */
const FIRST_MINOR = 6

/** Returns why actions are not allowed on this connection; undefined if they are. */
export function useRefusal(cluster: Cluster, isInEveryVersion = false): string | undefined {
  const version = useLoaded(() => cluster.version(), [cluster])
  const readOnly = connection.value?.readOnly
  if (readOnly !== undefined || isInEveryVersion) return readOnly
  if (version.state !== 'ready')
    return version.state === 'failed' ? 'The version of the cluster is not known.' : undefined
  const minor = Number(version.value?.split('.')[1] ?? 0)
  if (minor >= FIRST_MINOR) return undefined
  return `This needs Camunda 8.${FIRST_MINOR} or later; this cluster is ${version.value ?? 'older than 8.5'}.`
}
