import type { OperateClient, ProcessDefinition, ProcessInstance } from '@x/operate'
import { type Collected, collect } from '../collect.ts'

/** A process with all its deployed versions, the newest first. */
export interface ProcessVersions {
  readonly bpmnProcessId: string
  readonly tenantId: string | undefined
  readonly versions: readonly [ProcessDefinition, ...ProcessDefinition[]]
}

/** The most definitions and instances that are looked at. */
const MOST_DEFINITIONS = 1000
const MOST_INSTANCES = 5000

export async function loadProcesses(operate: OperateClient, signal: AbortSignal): Promise<Collected<ProcessVersions>> {
  const query = { sort: [{ field: 'bpmnProcessId' }, { field: 'version', order: 'DESC' }], size: 500 } as const
  const search = operate.processDefinitions.searchAll
  const { items, isCut } = await collect((options) => search(query, options), MOST_DEFINITIONS, signal)
  return { items: groupVersions(items), isCut }
}

/** Processes by name. Two tenants may have processes of the same id. */
export function groupVersions(definitions: readonly ProcessDefinition[]): readonly ProcessVersions[] {
  const processes = Map.groupBy(definitions, ({ tenantId, bpmnProcessId }) => JSON.stringify([tenantId, bpmnProcessId]))
  return [...processes.values()]
    .map((versions) => versions.toSorted((a, b) => b.version - a.version))
    .filter((versions): versions is [ProcessDefinition, ...ProcessDefinition[]] => versions.length > 0)
    .map((versions) => ({ bpmnProcessId: versions[0].bpmnProcessId, tenantId: versions[0].tenantId, versions }))
    .toSorted((a, b) => titleOf(a.versions[0]).localeCompare(titleOf(b.versions[0])))
}

/** The name of a process, or its id where it has none. */
export function titleOf({ name, bpmnProcessId }: Pick<ProcessDefinition, 'name' | 'bpmnProcessId'>): string {
  return name || bpmnProcessId
}

export interface Counts {
  readonly active: number
  readonly incidents: number
}

/** How many instances run, and how many incidents are open: of one definition, or of all. */
export async function loadCounts(
  operate: OperateClient,
  processDefinitionKey: string | undefined,
  signal: AbortSignal,
): Promise<Counts> {
  const filter = { state: 'ACTIVE', ...(processDefinitionKey !== undefined && { processDefinitionKey }) } as const
  const [instances, incidents] = await Promise.all([
    operate.processInstances.search({ filter, size: 1 }, { signal }),
    operate.incidents.search({ filter, size: 1 }, { signal }),
  ])
  return { active: instances.total, incidents: incidents.total }
}

/** The instances that were started last. */
export function loadStarted(operate: OperateClient, signal: AbortSignal): Promise<Collected<ProcessInstance>> {
  const query = { sort: [{ field: 'startDate', order: 'DESC' }], size: 1000 } as const
  return collect((options) => operate.processInstances.searchAll(query, options), MOST_INSTANCES, signal)
}
