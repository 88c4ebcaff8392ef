import type { RequirementsGraph } from '../dmn/requirements-graph.ts'
import type { DecisionDefinition } from './decision-definition.ts'

/** One version of a deployed DMN file. */
export class DecisionRequirements {
  readonly sequence: number
  readonly graph: RequirementsGraph
  readonly version: number
  readonly versionTag: null = null
  readonly resourceName: string
  readonly xml: string
  readonly tenantId: string
  readonly deploymentSequence: number
  /** Its decisions by id. */
  readonly definitions: Map<string, DecisionDefinition> = new Map()

  constructor(
    sequence: number,
    graph: RequirementsGraph,
    version: number,
    resource: { readonly name: string; readonly content: string },
    tenantId: string,
    deploymentSequence: number,
  ) {
    this.sequence = sequence
    this.graph = graph
    this.version = version
    this.resourceName = resource.name
    this.xml = resource.content
    this.tenantId = tenantId
    this.deploymentSequence = deploymentSequence
  }

  get id(): string {
    return this.graph.id
  }
}
