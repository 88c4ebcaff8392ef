import type { ElementInstance, ProcessDefinition, ProcessInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import { collect } from '../collect.ts'
import { loadProcesses } from '../definitions.ts'
import { describeIncidents, type ProcessIncident } from '../incidents/load-incidents.ts'
import { loadFailedCalls, loadOpenIncidents } from '../instances/load-instances.ts'

export interface LoadedInstance {
  readonly instance: ProcessInstance
  readonly definition: ProcessDefinition
  readonly xml: string
  /** The calling instance. */
  readonly parent: ProcessInstance | undefined
  /** The called instances. */
  readonly called: readonly ProcessInstance[]
}

export async function loadInstance(cluster: Cluster, key: string, signal: AbortSignal): Promise<LoadedInstance> {
  const instance = await cluster.processInstances.get(key, { signal })
  const { processDefinitionKey, parentProcessInstanceKey } = instance
  const [definition, xml = '', parent, called] = await Promise.all([
    cluster.processDefinitions.get(processDefinitionKey, { signal }),
    cluster.processDefinitions.getXml(processDefinitionKey, { signal }),
    parentProcessInstanceKey ? cluster.processInstances.get(parentProcessInstanceKey, { signal }) : undefined,
    cluster.processInstances.search({ filter: { parentProcessInstanceKey: key }, page: { limit: 50 } }, { signal }),
  ])
  return { instance, definition, xml, parent, called: called.items }
}

/** The path of an instance to its current position. */
export interface Progress {
  readonly statistics: readonly ElementStatistics[]
  /** IDs of the sequence flows that it took. */
  readonly flows: readonly string[]
  /** In chronological order. */
  readonly nodes: readonly ElementInstance[]
}

export interface ElementStatistics {
  readonly elementId: string
  /** Excluding those with an incident. */
  readonly active: number
  readonly incidents: number
  readonly completed: number
}

/** Maximum number of element instances loaded at once. */
const MOST = 1000

export async function loadProgress(cluster: Cluster, key: string, signal: AbortSignal): Promise<Progress> {
  const query = { filter: { processInstanceKey: key }, sort: [{ field: 'startDate' }], page: { limit: 500 } } as const
  const [statistics, flows, { items: nodes }] = await Promise.all([
    cluster.processInstances.getElementStatistics(key, { signal }),
    cluster.processInstances.getSequenceFlows(key, { signal }),
    collect((options) => cluster.elementInstances.searchAll(query, options), MOST, signal),
  ])
  return { statistics: statistics.items, flows: flows.items.map(({ elementId }) => elementId), nodes }
}

const MOST_LEVELS = 5

/** Loads the incidents of an instance and of the instances that it called. */
export async function loadIncidentsOf(
  cluster: Cluster,
  key: string,
  signal: AbortSignal,
): Promise<readonly ProcessIncident[]> {
  const keys = [key]
  let level: readonly string[] = keys
  for (let depth = 1; depth < MOST_LEVELS && level.length > 0; depth++) {
    const called = await loadFailedCalls(cluster, level, signal)
    level = called.map(({ processInstanceKey }) => processInstanceKey)
    keys.push(...level)
  }
  const [incidents, processes] = await Promise.all([
    loadOpenIncidents(cluster, keys, signal),
    loadProcesses(cluster, signal),
  ])
  const definitions = processes.items.flatMap(({ versions }) => versions)
  return describeIncidents(cluster, incidents, definitions, signal)
}
