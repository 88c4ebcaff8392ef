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

/** TODO(words) */
export interface Deployments {
  /**
   * TODO(words)
   *
   * @operation POST /deployments
   * @permission RESOURCE CREATE
   * @since 8.6
   */
  create(form: DeploymentRequest, options?: CallOptions): Promise<Deployment>
}

export interface Deployment {
  readonly deploymentKey: DeploymentKey
  readonly tenantId: TenantId
  readonly deployments: readonly DeploymentMetadata[]
}

export interface DeploymentMetadata {
  readonly processDefinition: DeploymentProcess | null
  readonly decisionDefinition: DeploymentDecision | null
  readonly decisionRequirements: DeploymentDecisionRequirements | null
  readonly form: DeploymentForm | null
  readonly resource: DeploymentResource | null
}

export interface DeploymentProcess {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersion: Int
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly processDefinitionKey: ProcessDefinitionKey
}

export interface DeploymentDecision {
  readonly decisionDefinitionId: DecisionDefinitionId
  readonly version: Int
  readonly name: string
  readonly tenantId: TenantId
  readonly decisionRequirementsId: string
  readonly decisionDefinitionKey: DecisionDefinitionKey
  readonly decisionRequirementsKey: DecisionRequirementsKey
}

export interface DeploymentDecisionRequirements {
  readonly decisionRequirementsId: string
  readonly decisionRequirementsName: string
  readonly version: Int
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly decisionRequirementsKey: DecisionRequirementsKey
}

export interface DeploymentForm {
  readonly formId: string
  readonly version: Int
  readonly resourceName: string
  readonly tenantId: TenantId
  readonly formKey: FormKey
}

export interface DeploymentResource {
  readonly resourceId: string
  readonly resourceName: string
  readonly version: Int
  readonly tenantId: TenantId
  readonly resourceKey: ResourceKey
}

export interface DeploymentRequest {
  readonly resources: readonly Blob[]
  readonly tenantId?: TenantId | undefined
}
