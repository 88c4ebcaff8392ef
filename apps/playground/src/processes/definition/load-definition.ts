import type { ProcessDefinition } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { loadVersions } from '../definitions.ts'

export interface LoadedDefinition {
  readonly definition: ProcessDefinition
  /** All versions of the process, newest first. */
  readonly versions: readonly ProcessDefinition[]
  readonly xml: string
}

export async function loadDefinition(cluster: Cluster, key: string, signal: AbortSignal): Promise<LoadedDefinition> {
  const [definition, xml = ''] = await Promise.all([
    cluster.processDefinitions.get(key, { signal }),
    cluster.processDefinitions.getXml(key, { signal }),
  ])
  const versions = await loadVersions(cluster, definition, signal)
  const isListed = versions.some(({ processDefinitionKey }) => processDefinitionKey === key)
  return { definition, versions: isListed ? versions : [definition, ...versions], xml }
}
