import type { DeploymentProblem } from '../errors.ts'

/** A file to deploy. The extension of its name determines its kind. */
export interface DeployedResource {
  readonly name: string
  readonly content: string
}

export interface DeployOptions {
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
}

/** A deployment, with an item for each thing that its files define. */
export interface Deployment {
  readonly deploymentKey: string
  readonly tenantId: string
  readonly deployments: readonly DeploymentItem[]
}

/** One deployed item: the member that is not null. */
export interface DeploymentItem {
  readonly processDefinition: DeployedProcess | null
  readonly decisionDefinition: DeployedDecision | null
  readonly decisionRequirements: DeployedDecisionRequirements | null
  readonly form: DeployedForm | null
  readonly resource: DeployedGenericResource | null
}

export interface DeployedProcess {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly resourceName: string
  readonly tenantId: string
}

export interface DeployedDecision {
  readonly decisionDefinitionKey: string
  readonly decisionDefinitionId: string
  readonly name: string
  readonly version: number
  readonly decisionRequirementsId: string
  readonly decisionRequirementsKey: string
  readonly tenantId: string
}

export interface DeployedDecisionRequirements {
  readonly decisionRequirementsKey: string
  readonly decisionRequirementsId: string
  readonly decisionRequirementsName: string
  readonly version: number
  readonly resourceName: string
  readonly tenantId: string
}

export interface DeployedForm {
  readonly formKey: string
  readonly formId: string
  readonly version: number
  readonly resourceName: string
  readonly tenantId: string
}

/** A file that is neither BPMN nor DMN nor a form. */
export interface DeployedGenericResource {
  readonly resourceKey: string
  readonly resourceId: string
  readonly version: number
  readonly resourceName: string
  readonly tenantId: string
}

/** Where a file is deployed to. */
export interface DeploymentTarget {
  readonly tenantId: string
  readonly deploymentSequence: number
}

/** The content of a file before anything in it is deployed. */
export interface ReadResource {
  /** Ids that must not occur twice in a deployment, each with the kind of its owner, such as `process`. */
  readonly ids: readonly { readonly what: string; readonly id: string }[]
  /** References to processes and decisions that must be in the same deployment. */
  readonly bindings: readonly DeploymentBinding[]
  /** The items of the latest versions, if all of them came from an identical file; otherwise undefined. */
  findDuplicate(tenantId: string): readonly DeploymentItem[] | undefined
  /** Deploys new versions. */
  deploy(target: DeploymentTarget): readonly DeploymentItem[]
}

/** An element that refers to a process or decision of its own deployment. */
export interface DeploymentBinding {
  readonly what: string
  readonly id: string
  /** The problem to report if there is no such process or decision. */
  readonly problem: DeploymentProblem
}

const NOTHING: DeploymentItem = {
  processDefinition: null,
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
}

export function deploymentItem(item: Partial<DeploymentItem>): DeploymentItem {
  return { ...NOTHING, ...item }
}
