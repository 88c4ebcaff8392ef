import type { Cluster } from '../connection/connection.ts'
import { type BpmnElement, readBpmn } from './diagram/bpmn-elements.ts'

type Elements = readonly BpmnElement[]

/** A deployed version never changes, so its elements are read once per connection. */
const known = new WeakMap<Cluster, Map<string, Promise<Elements>>>()

/**
 * Returns the elements of a process; none if its BPMN cannot be read. All callers share one request, so none of them aborts
 * it.
 */
export function loadElements(cluster: Cluster, definitionKey: string): Promise<Elements> {
  const ofCluster = known.get(cluster) ?? new Map<string, Promise<Elements>>()
  known.set(cluster, ofCluster)
  const found = ofCluster.get(definitionKey) ?? readElements(cluster, definitionKey)
  ofCluster.set(definitionKey, found)
  found.catch(() => ofCluster.delete(definitionKey))
  return found
}

async function readElements(cluster: Cluster, definitionKey: string): Promise<Elements> {
  const xml = await cluster.processDefinitions.getXml(definitionKey)
  const reading = readBpmn(xml ?? '')
  return reading.type === 'read' ? reading.elements : []
}
