type Values = Readonly<Record<string, unknown>>

/** Variables to set before an element is activated. */
export interface VariableInstruction {
  readonly variables: Values
  /**
   * Id of the element whose instance gets the variables, or of a scope around it. @defaultValue the process instance
   */
  readonly scopeId?: string | null | undefined
}

/** An element to activate. */
export interface ActivateInstruction {
  readonly elementId: string
  readonly variableInstructions?: readonly VariableInstruction[] | null | undefined
  /**
   * Key of the direct or indirect scope in which to activate it. Scopes between the two are created. By default, or
   * with `'-1'`, active scopes are used; there must not be several of the same element.
   */
  readonly ancestorElementInstanceKey?: string | null | undefined
}

/** Which element instances to move: all of an element, or a single one. */
export interface MoveSource {
  readonly sourceElementId?: string | null | undefined
  readonly sourceElementInstanceKey?: string | null | undefined
}

/** The scope of the element that a move activates. */
export interface MoveScope {
  /**
   * `direct` is the scope with that key, `sourceParent` the scope of the moved instance, and `inferred` its nearest
   * scope that can contain the target.
   *
   * @defaultValue `'direct'`
   */
  readonly ancestorScopeType?: 'direct' | 'inferred' | 'sourceParent' | undefined
  readonly ancestorElementInstanceKey?: string | null | undefined
}

/** Terminates element instances, and activates the target once for each of them. */
export interface MoveInstruction {
  readonly sourceElementInstruction: MoveSource
  readonly targetElementId: string
  readonly ancestorScopeInstruction?: MoveScope | null | undefined
  readonly variableInstructions?: readonly VariableInstruction[] | null | undefined
}

/** Which element instances to terminate: all of an element, or a single one. */
export interface TerminateInstruction {
  readonly elementId?: string | null | undefined
  readonly elementInstanceKey?: string | null | undefined
}

/** What to change in a process instance: at least one instruction. */
export interface ModifyInstanceInput {
  readonly activateInstructions?: readonly ActivateInstruction[] | null | undefined
  readonly moveInstructions?: readonly MoveInstruction[] | null | undefined
  readonly terminateInstructions?: readonly TerminateInstruction[] | null | undefined
}
