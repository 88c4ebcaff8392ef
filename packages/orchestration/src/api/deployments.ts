import type { CallOptions, Int } from '@x/rest'
import type {
  DecisionDefinitionId,
  DecisionDefinitionKey,
  DecisionRequirementsKey,
  DeploymentKey,
  FormKey,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  TenantId,
} from './identifiers.ts'
import type { ResourceKey } from './resources.ts'

/** Deployments: processes, decisions, forms and other files that you deploy to the engine. */
export interface Deployments {
  /**
   * Deploys files: BPMN, DMN, forms and RPA scripts; from Camunda 8.10 on, any other file as well.
   *
   * Either all files are deployed or none. A file that is already deployed with the same content and name keeps its
   * version and key, so deploying everything again is safe; changed content becomes the next version, which new process
   * instances use. You can start a process as soon as this returns, but searches return it some seconds later.
   *
   * `readResources` of `@x/orchestration/node` reads the files that match a pattern.
   *
   * @operation POST /deployments
   * @permission RESOURCE CREATE
   * @since 8.6
   * @throws {ValidationError} with code `request_invalid` if a file has no name, or one without a known extension; nothing
   * is sent
   * @throws {ApiError} 400 if a file is invalid, with all its problems in `detail`; 413 if the files are larger than the
   * server allows, 4 MB by default (older servers: 400 or 500); 503 while the cluster cannot deploy
   * @example
   * const { deployments } = await camunda.deployments.create({ resources: [new File([xml], 'order.bpmn')] })
   * for (const { processDefinition } of deployments) {
   *   if (processDefinition) console.log(processDefinition.processDefinitionId, processDefinition.processDefinitionVersion)
   * }
   * @example
   * import { readResources } from '@x/orchestration/node'
   *
   * await camunda.deployments.create({ resources: await readResources('processes/*.{bpmn,dmn,form}') })
   */
  create(form: CreateDeploymentRequest, options?: CallOptions): Promise<Deployment>
}

/** The files to deploy. */
export interface CreateDeploymentRequest {
  /** Files with a name. Its extension determines the kind of file, and the name becomes `resourceName`. */
  readonly resources: readonly Blob[]
  /** @defaultValue the client's `tenantId`, else `<default>` */
  readonly tenantId?: TenantId | undefined
}

/** A deployment. */
export interface Deployment {
  readonly deploymentKey: DeploymentKey
  readonly tenantId: TenantId
  /** The deployed content: one item for each process, decision, form and so on. A DMN file has several. */
  readonly deployments: readonly DeploymentMetadata[]
}

/** One item of a deployment: exactly one of its members is set, the others are null. */
export interface DeploymentMetadata {
  readonly processDefinition: DeploymentProcess | null
  readonly decisionDefinition: DeploymentDecision | null
  readonly decisionRequirements: DeploymentDecisionRequirements | null
  readonly form: DeploymentForm | null
  /** A file of any other kind. */
  readonly resource: DeploymentResource | null
}

/** A deployed process. */
export interface DeploymentProcess {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  /** Name of the file. */
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly processDefinitionKey: ProcessDefinitionKey
}

/** A deployed decision. */
export interface DeploymentDecision {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly version: Int
  readonly name: string
  readonly tenantId: TenantId
  /** Id of the DMN file's definitions that the decision belongs to. */
  readonly decisionRequirementsId: string
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionRequirementsKey: DecisionRequirementsKey
}

/** The decisions of one deployed DMN file, as a whole. */
export interface DeploymentDecisionRequirements {
  readonly decisionRequirementsId: string
  readonly decisionRequirementsName: string
  readonly version: Int
  /** Name of the file. */
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly decisionRequirementsKey: DecisionRequirementsKey
}

/** A deployed form. */
export interface DeploymentForm {
  readonly formId: string
  readonly version: Int
  /** Name of the file. */
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly formKey: FormKey
}

/** A deployed file of another kind, such as an RPA script. */
export interface DeploymentResource {
  readonly resourceId: string
  /** Name of the file. */
  readonly resourceName: string
  readonly version: Int
  readonly tenantId: TenantId
  readonly resourceKey: ResourceKey
}
