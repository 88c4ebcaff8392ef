import type { ElementInstance, ProcessInstance } from '@x/camunda'
import type { Cluster } from '../../connection/connection.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { loadElements } from '../elements.ts'
import { isSince } from '../since.ts'

/** A process instance, or one of its elements that contains others. */
export interface Scope {
  readonly processInstanceKey: string
  /** Key of the element instance, or of the process instance at the top level. */
  readonly key: string
  readonly definitionKey: string
}

/** The direct contents of a scope. */
export interface Level {
  /** In chronological order. */
  readonly items: readonly ElementInstance[]
  readonly total: number
  /** Elements of the process by ID. */
  readonly elements: ReadonlyMap<string, BpmnElement>
  /** False if the API does not return the nesting: then everything is in the process instance itself. */
  readonly isNested: boolean
}

/** The first minor version that finds element instances by their scope. */
const FIRST_MINOR = 8

export async function loadLevel(cluster: Cluster, scope: Scope, limit: number, signal: AbortSignal): Promise<Level> {
  const { processInstanceKey, key, definitionKey } = scope
  const isNested = await isSince(cluster, FIRST_MINOR)
  const filter = { processInstanceKey, ...(isNested && { elementInstanceScopeKey: key }) }
  const [{ items, total }, elements] = await Promise.all([
    cluster.elementInstances.search({ filter, sort: [{ field: 'startDate' }], page: { limit } }, { signal }),
    loadElements(cluster, definitionKey),
  ])
  return { items, total, elements: new Map(elements.map((element) => [element.id, element])), isNested }
}

/** Loads the instances that a call activity started. */
export async function loadCalled(
  cluster: Cluster,
  parentElementInstanceKey: string,
  signal: AbortSignal,
): Promise<readonly ProcessInstance[]> {
  const query = { filter: { parentElementInstanceKey }, page: { limit: 50 } }
  return (await cluster.processInstances.search(query, { signal })).items
}

const CONTAINERS: readonly string[] = [
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
]

/** Returns what an element of this type contains, if anything. */
export function contentsOf(type: string, isNested: boolean): 'elements' | 'called instances' | undefined {
  if (type === 'CALL_ACTIVITY') return 'called instances'
  return isNested && CONTAINERS.includes(type) ? 'elements' : undefined
}
