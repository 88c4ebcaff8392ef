import type { ProcessDefinition } from '@x/camunda'
import type { Cluster } from '../connection/connection.ts'
import { type Collected, collect } from './collect.ts'

/** A process with all its deployed versions, newest first. */
export interface ProcessVersions {
  readonly processDefinitionId: string
  readonly tenantId: string
  readonly versions: readonly [ProcessDefinition, ...ProcessDefinition[]]
}

/** Maximum number of definitions loaded. */
const MOST_DEFINITIONS = 1000

/** Loads the deployed processes, sorted by name. */
export async function loadProcesses(cluster: Cluster, signal: AbortSignal): Promise<Collected<ProcessVersions>> {
  const query = {
    sort: [{ field: 'processDefinitionId' }, { field: 'version', order: 'DESC' }],
    page: { limit: 500 },
  } as const
  const search = cluster.processDefinitions.searchAll
  const { items, isCut } = await collect((options) => search(query, options), MOST_DEFINITIONS, signal)
  return { items: groupVersions(items), isCut }
}

/** Loads all versions of one process, newest first. */
export async function loadVersions(
  cluster: Cluster,
  { processDefinitionId, tenantId }: Pick<ProcessDefinition, 'processDefinitionId' | 'tenantId'>,
  signal: AbortSignal,
): Promise<readonly ProcessDefinition[]> {
  const { items } = await cluster.processDefinitions.search(
    { filter: { processDefinitionId }, sort: [{ field: 'version', order: 'DESC' }], page: { limit: 100 } },
    { signal },
  )
  return items.filter((found) => found.tenantId === tenantId)
}

/** Groups versions by process. Two tenants can have processes with the same ID. */
export function groupVersions(definitions: readonly ProcessDefinition[]): readonly ProcessVersions[] {
  const processes = Map.groupBy(definitions, ({ tenantId, processDefinitionId }) =>
    JSON.stringify([tenantId, processDefinitionId]),
  )
  return [...processes.values()]
    .map((versions) => versions.toSorted((a, b) => b.version - a.version))
    .filter((versions): versions is [ProcessDefinition, ...ProcessDefinition[]] => versions.length > 0)
    .map((versions) => ({
      processDefinitionId: versions[0].processDefinitionId,
      tenantId: versions[0].tenantId,
      versions,
    }))
    .toSorted((a, b) => titleOf(a.versions[0]).localeCompare(titleOf(b.versions[0])))
}

/** Returns the name of a process, or its ID if it has none. */
export function titleOf({
  name,
  processDefinitionId,
}: Pick<ProcessDefinition, 'name' | 'processDefinitionId'>): string {
  return name || processDefinitionId
}
