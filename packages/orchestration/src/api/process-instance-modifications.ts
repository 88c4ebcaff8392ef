import type { JsonInput, Unchecked } from '@x/rest'
import type { ElementInstanceKey, OperationReference, ProcessDefinitionKey } from './identifiers.ts'
import type { ProcessInstanceFilter } from './process-instance-search.ts'
import type { CommandRequest } from './shared.ts'

/** Changes to a running process instance; at least one instruction is required. */
export interface ModifyProcessInstanceRequest extends CommandRequest {
  readonly activateInstructions?: readonly ActivateInstruction[] | undefined
  /** @since 8.9 */
  readonly moveInstructions?: readonly MoveInstruction[] | undefined
  readonly terminateInstructions?: readonly TerminateInstruction[] | undefined
}

/** Activates an element. */
export interface ActivateInstruction {
  readonly elementId: string
  readonly variableInstructions?: readonly VariableInstruction[] | undefined
  /**
   * The instance of a surrounding scope in which to activate the element, required if there are several. `'-1'` means
   * the only one.
   */
  readonly ancestorElementInstanceKey?: ElementInstanceKey | undefined
}

/** Terminates the active instances of an element, and activates another element for each of them. */
export interface MoveInstruction {
  readonly sourceElementInstruction: SourceElementInstruction
  readonly targetElementId: string
  /** @defaultValue `{ ancestorScopeType: 'direct', ancestorElementInstanceKey: '-1' }` */
  readonly ancestorScopeInstruction?: AncestorScopeInstruction | undefined
  readonly variableInstructions?: readonly VariableInstruction[] | undefined
}

/** Creates or overwrites variables. */
export interface VariableInstruction {
  readonly variables: JsonInput
  /** Id of the element in whose scope to set them. @defaultValue `''`, the scope of the process instance */
  readonly scopeId?: string | undefined
}

/** The source of a move: all active instances of an element, or one of them. The server checks `sourceType`. */
export type SourceElementInstruction = SourceElementById | SourceElementByKey

/** Moves all active instances of an element. A multi-instance activity is moved as a whole. */
export interface SourceElementById {
  readonly sourceType: Unchecked<'byId'>
  readonly sourceElementId: string
}

/** Moves one element instance. */
export interface SourceElementByKey {
  readonly sourceType: Unchecked<'byKey'>
  readonly sourceElementInstanceKey: ElementInstanceKey
}

/** The scope in which to activate the target of a move. The server checks `ancestorScopeType`. */
export type AncestorScopeInstruction = DirectAncestorScope | InferredAncestorScope | SourceParentScope

/** Activates the target in the scope with this key. */
export interface DirectAncestorScope {
  readonly ancestorScopeType: Unchecked<'direct'>
  /** `'-1'` means the only instance of the scope around the target. */
  readonly ancestorElementInstanceKey: ElementInstanceKey
}

/** Activates the target in a scope around the source: the engine searches from the inside out until one fits. */
export interface InferredAncestorScope {
  readonly ancestorScopeType: Unchecked<'inferred'>
}

/** Activates the target in the scope that directly contains the source: for a source and a target in the same scope. */
export interface SourceParentScope {
  readonly ancestorScopeType: Unchecked<'sourceParent'>
}

/** The element instances to terminate: all active ones of an element, or one of them. */
export type TerminateInstruction = TerminateById | TerminateByKey

/** Terminates all instances of an element that are active when the modification is applied. Since Camunda 8.9. */
export interface TerminateById {
  readonly elementId: string
  readonly elementInstanceKey?: undefined
}

/** Terminates one element instance. */
export interface TerminateByKey {
  readonly elementInstanceKey: ElementInstanceKey
  readonly elementId?: undefined
}

/** The process definition to migrate to, and where each active element continues. */
export interface MigrationPlan {
  readonly targetProcessDefinitionKey: ProcessDefinitionKey
  readonly mappingInstructions: readonly MappingInstruction[]
}

/** How to migrate one process instance. */
export interface MigrateProcessInstanceRequest extends MigrationPlan, CommandRequest {}

/** Maps an active element to an element of the target process. */
export interface MappingInstruction {
  readonly sourceElementId: string
  readonly targetElementId: string
}

/** The process instances that a batch operation applies to. */
export interface ProcessInstanceBatchRequest {
  /** An empty filter matches all process instances and requires the option `everything: true`. */
  readonly filter: ProcessInstanceFilter
  /** @since 8.9 */
  readonly operationReference?: OperationReference | undefined
}

/** The process instances to migrate, and how. */
export interface MigrateProcessInstancesBatchRequest extends ProcessInstanceBatchRequest {
  readonly migrationPlan: MigrationPlan
}

/** The process instances to modify, and how. */
export interface ModifyProcessInstancesBatchRequest extends ProcessInstanceBatchRequest {
  readonly moveInstructions: readonly BatchMoveInstruction[]
}

/**
 * Moves all active instances of an element to another one. The target is activated in the scope that directly contains
 * the source.
 */
export interface BatchMoveInstruction {
  readonly sourceElementId: string
  readonly targetElementId: string
}
