import type { Int, JsonInput, JsonObject, OpenEnum } from '@x/rest'
import type {
  BusinessId,
  ProcessDefinitionId,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  Tags,
  TenantId,
} from './identifiers.ts'
import type { CommandRequest } from './shared.ts'

/** The process to start: by the key of its definition, or by its id, optionally with a version or a version tag. */
export type CreateProcessInstanceRequest =
  | CreateProcessInstanceByKey
  | CreateProcessInstanceById
  | CreateProcessInstanceByVersionTag

/** Options of all ways to start a process instance. */
export interface CreateProcessInstanceBase extends CommandRequest {
  /** Variables that the instance starts with. */
  readonly variables?: JsonInput | undefined
  /** Tenant of the process definition. Leave it out if multi-tenancy is disabled. */
  readonly tenantId?: TenantId | undefined
  /** Starts at these elements instead of the start event. */
  readonly startInstructions?: readonly StartInstruction[] | undefined
  /** An alpha feature of Camunda, which may change. */
  readonly runtimeInstructions?: readonly RuntimeInstruction[] | undefined
  /** Returns when the instance is completed, not when it is started. @defaultValue `false` */
  readonly awaitCompletion?: boolean | undefined
  /**
   * How long `awaitCompletion` waits, in milliseconds. The time limit of the call is at least 5 seconds longer, unless you
   * pass `timeoutMs`.
   *
   * @defaultValue `0`, the cluster's own request timeout
   */
  readonly requestTimeout?: Int | undefined
  /** Names of the variables to return with `awaitCompletion`. @defaultValue all of the instance's root scope */
  readonly fetchVariables?: readonly string[] | undefined
  readonly tags?: Tags | undefined
  /** @since 8.9 */
  readonly businessId?: BusinessId | undefined
}

/** Starts the process definition with a key, which identifies one version. */
export interface CreateProcessInstanceByKey extends CreateProcessInstanceBase {
  readonly processDefinitionKey: ProcessDefinitionKey
  /** Accepted without effect: the key determines the version. */
  readonly processDefinitionVersion?: Int | undefined
  readonly processDefinitionId?: undefined
  readonly processDefinitionVersionTag?: undefined
}

/** Starts a process by the id in its BPMN. */
export interface CreateProcessInstanceById extends CreateProcessInstanceBase {
  readonly processDefinitionId: ProcessDefinitionId
  /** @defaultValue `-1`, the latest active version */
  readonly processDefinitionVersion?: Int | undefined
  readonly processDefinitionKey?: undefined
  readonly processDefinitionVersionTag?: undefined
}

/** Starts the version of a process with a tag; the one deployed last if several have it. Since Camunda 8.10. */
export interface CreateProcessInstanceByVersionTag extends CreateProcessInstanceBase {
  readonly processDefinitionId: ProcessDefinitionId
  readonly processDefinitionVersionTag: string
  readonly processDefinitionKey?: undefined
  readonly processDefinitionVersion?: undefined
}

/** Starts an instance right before an element. */
export interface StartInstruction {
  readonly elementId: string
}

/** Terminates the process instance once an element is completed or terminated. */
export interface RuntimeInstruction {
  /** @since 8.9 */
  readonly type?: OpenEnum<'TERMINATE_PROCESS_INSTANCE'> | undefined
  readonly afterElementId: string
}

/** A process instance that was just started. */
export interface CreatedProcessInstance {
  readonly processInstanceKey: ProcessInstanceKey
  readonly processDefinitionId: ProcessDefinitionId
  /** The version that was started. */
  readonly processDefinitionVersion: Int
  readonly processDefinitionKey: ProcessDefinitionKey
  readonly tenantId: TenantId
  /** With `awaitCompletion`, those at the end. */
  readonly variables: JsonObject
  readonly tags: Tags
  /** @since 8.9 */
  readonly businessId?: BusinessId | null | undefined
}
