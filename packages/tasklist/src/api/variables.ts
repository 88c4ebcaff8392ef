import type { ReadOptions } from '@x/rest'
import type { VariableId } from './identifiers.ts'

/**
 * Variables of tasks, one at a time. `tasks.searchVariables` returns all variables of a task.
 *
 * @until 8.9
 * @eventuallyConsistent
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface Variables {
  /**
   * Returns one variable with its full value.
   *
   * @operation GET /variables/{variableId}
   * @throws {ApiError} 404 if it does not exist
   * @see `GET /v2/variables/{variableKey}` of the Orchestration Cluster REST API v2, which has other keys
   */
  get(variableId: VariableId, options?: ReadOptions<Variable>): Promise<Variable>
}

/** A variable with its full value. */
export interface Variable {
  readonly id: VariableId
  readonly name: string
  /** JSON text, never truncated. */
  readonly value?: string | null | undefined
  readonly draft?: Draft | null | undefined
  readonly tenantId?: string | null | undefined
}

/** The draft of a variable, see `tasks.saveDraftVariables`. */
export interface Draft {
  /** JSON text. */
  readonly value?: string | null | undefined
}

/** A value that may be truncated. */
export interface PreviewedValue {
  /** JSON text; missing or truncated if the value is long. */
  readonly value?: string | null | undefined
  /** True if `previewValue` is truncated: `variables.get` returns the full value. */
  readonly isValueTruncated?: boolean | null | undefined
  readonly previewValue?: string | null | undefined
}

/** A variable of a task. */
export interface TaskVariable extends PreviewedValue {
  readonly id: VariableId
  readonly name: string
  readonly draft?: PreviewedValue | null | undefined
}

/** A variable to return. */
export interface IncludeVariable {
  readonly name: string
  /** True for the full value, however long it is. @defaultValue `false` */
  readonly alwaysReturnFullValue?: boolean | undefined
}

/** A variable to write. */
export interface VariableInput {
  readonly name: string
  /** JSON text: `JSON.stringify(value)`. */
  readonly value: string
}
