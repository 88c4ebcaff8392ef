/** The identity of a file that the engine stores but does not run. */
export interface FileIdentity {
  readonly id: string
  readonly versionTag: string | null
}

/** One version of a deployed file that nothing executes. */
abstract class DeployedFile {
  readonly sequence: number
  readonly id: string
  readonly versionTag: string | null
  readonly version: number
  readonly resourceName: string
  readonly content: string
  readonly tenantId: string
  readonly deploymentSequence: number

  constructor(
    sequence: number,
    identity: FileIdentity,
    version: number,
    resource: { readonly name: string; readonly content: string },
    tenantId: string,
    deploymentSequence: number,
  ) {
    this.sequence = sequence
    this.id = identity.id
    this.versionTag = identity.versionTag
    this.version = version
    this.resourceName = resource.name
    this.content = resource.content
    this.tenantId = tenantId
    this.deploymentSequence = deploymentSequence
  }
}

/** A form of Camunda's form builder. */
export class Form extends DeployedFile {}

/** Any other file, such as a script of Camunda's robotic process automation. */
export class GenericResource extends DeployedFile {}
