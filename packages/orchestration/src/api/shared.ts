import type { DateTime, Int, JsonObject } from '@x/rest'
import type { ElementInstanceKey, OperationReference, ProcessDefinitionId, ProcessInstanceKey } from './identifiers.ts'

/** The body of a command that takes nothing but a reference. */
export interface CommandRequest {
  readonly operationReference?: OperationReference | undefined
}

/** Metadata of a stored document. */
export interface StoredDocumentMetadata {
  readonly contentType: string
  readonly fileName: string
  /** Null if it does not expire. */
  readonly expiresAt: DateTime | null
  /** In bytes. */
  readonly size: Int
  readonly processDefinitionId: ProcessDefinitionId | null
  readonly processInstanceKey: ProcessInstanceKey | null
  /** Custom properties. */
  readonly customProperties: JsonObject
}

/** The text itself, or conditions on it. */
export type BasicStringFilter = string | BasicStringConditions

/** Conditions on a text that has no patterns; all of them must hold. */
export interface BasicStringConditions {
  readonly $eq?: string | undefined
  readonly $neq?: string | undefined
  readonly $exists?: boolean | undefined
  readonly $in?: readonly string[] | undefined
  readonly $notIn?: readonly string[] | undefined
}

/** A rule of a decision table that applied. */
export interface MatchedDecisionRuleItem {
  /** Id of the rule in the DMN. */
  readonly ruleId: string
  /** Row in the table, from 1 on. */
  readonly ruleIndex: Int
  readonly evaluatedOutputs: readonly EvaluatedDecisionOutputItem[]
}

/** The value of an output of a decision. */
export interface EvaluatedDecisionOutputItem {
  /** Id of the output in the DMN. */
  readonly outputId: string
  readonly outputName: string
  /** JSON text. */
  readonly outputValue: string
  /** Id of the matched rule in the DMN. @since 8.9 */
  readonly ruleId?: string | null | undefined
  /** Row in the table, from 1 on. @since 8.9 */
  readonly ruleIndex?: Int | null | undefined
}

/** The value of an input of a decision. */
export interface EvaluatedDecisionInputItem {
  /** Id of the input in the DMN. */
  readonly inputId: string
  readonly inputName: string
  /** JSON text. */
  readonly inputValue: string
}

/** Scope of a variable: a process instance, or an element instance in it. */
export type ScopeKey = ProcessInstanceKey | ElementInstanceKey

/** Page of a search, by one of several ways to page. */
export type SearchQueryPageRequest =
  | LimitPagination
  | OffsetPagination
  | CursorForwardPagination
  | CursorBackwardPagination

/** The first page. */
export interface LimitPagination {
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

/** A page by the number of items before it. */
export interface OffsetPagination {
  /** Number of items to skip. @minimum 0 */
  readonly from?: Int | undefined
  /** Items on a page. @defaultValue the server's `100` @minimum 1 */
  readonly limit?: Int | undefined
}

/** The page after another one. */
export interface CursorForwardPagination {
  /** The `endCursor` of the page before. */
  readonly after?: string | undefined
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

/** The page before another one. */
export interface CursorBackwardPagination {
  /** The `startCursor` of the page after. */
  readonly before?: string | undefined
  /** Items on a page. @defaultValue the server's `100` @minimum 1 @maximum 10000 */
  readonly limit?: Int | undefined
}

/** Direction of a sort criterion. @defaultValue `ASC` */
export type SortOrder = 'ASC' | 'DESC'
