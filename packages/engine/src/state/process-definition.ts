import type { ProcessModel } from '../model/process-model.ts'
import type { ClusterVariables } from './cluster-variables.ts'
import type { Subscription } from './subscription.ts'

/** One version of a deployed process. */
export class ProcessDefinition {
  readonly sequence: number
  readonly model: ProcessModel
  readonly version: number
  readonly resourceName: string
  readonly xml: string
  readonly tenantId: string
  readonly deploymentSequence: number
  /** The cluster variables that its expressions see. */
  readonly clusterVariables: ClusterVariables
  /** The subscriptions of its start events, while it is the latest version. */
  startSubscriptions: readonly Subscription[] = []
  /** If true, existing instances may still run, but no new ones are started. */
  isDeleted = false

  constructor(
    sequence: number,
    model: ProcessModel,
    version: number,
    resource: { readonly name: string; readonly content: string },
    tenantId: string,
    deploymentSequence: number,
    clusterVariables: ClusterVariables,
  ) {
    this.sequence = sequence
    this.model = model
    this.version = version
    this.resourceName = resource.name
    this.xml = resource.content
    this.tenantId = tenantId
    this.deploymentSequence = deploymentSequence
    this.clusterVariables = clusterVariables
  }

  get id(): string {
    return this.model.id
  }

  get versionTag(): string | null {
    return this.model.versionTag
  }
}
