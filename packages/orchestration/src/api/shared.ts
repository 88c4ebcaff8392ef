import type { EnumConditions, Int } from '@x/rest'
import type { ElementInstanceKey, OperationReference, ProcessInstanceKey } from './identifiers.ts'

/** The body of a command with only a reference. */
export interface CommandRequest {
  readonly operationReference?: OperationReference | undefined
}

/** The value itself, or conditions on it. */
export type EnumFilterWithNotIn<Value extends string> = Value | EnumConditionsWithNotIn<Value>

/** Conditions on a value of an enumeration; all must be met. */
export interface EnumConditionsWithNotIn<Value extends string> extends EnumConditions<Value> {
  readonly $notIn?: readonly Value[] | undefined
}

/** A matched rule of a decision table. */
export interface MatchedDecisionRule {
  /** Id of the rule in the DMN. */
  readonly ruleId: string
  /** Row in the table, starting at 1. */
  readonly ruleIndex: Int
  readonly evaluatedOutputs: readonly EvaluatedDecisionOutput[]
}

/** The value of an output of a decision. */
export interface EvaluatedDecisionOutput {
  /** Id of the output in the DMN. */
  readonly outputId: string
  readonly outputName: string
  /** JSON text. */
  readonly outputValue: string
  /** Id of the matched rule in the DMN. @since 8.9 */
  readonly ruleId?: string | null | undefined
  /** Row in the table, starting at 1. @since 8.9 */
  readonly ruleIndex?: Int | null | undefined
}

/** The value of an input of a decision. */
export interface EvaluatedDecisionInput {
  /** Id of the input in the DMN. */
  readonly inputId: string
  readonly inputName: string
  /** JSON text. */
  readonly inputValue: string
}

/** Scope of a variable: a process instance, or an element instance in it. */
export type ScopeKey = ProcessInstanceKey | ElementInstanceKey

/** Page of a search by offset. */
export interface OffsetPagination {
  /** Number of items to skip. @minimum 0 */
  readonly from?: Int | undefined
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

/** Page of a search by a cursor, forward only. */
export interface CursorForwardPagination {
  /** The `endCursor` of the previous page. */
  readonly after?: string | undefined
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}
