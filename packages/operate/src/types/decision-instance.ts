import type { OpenEnum } from '@x/rest/validation'
import type { KeyInput } from '../key.ts'

export type DecisionInstanceState = OpenEnum<'FAILED' | 'EVALUATED' | 'UNKNOWN' | 'UNSPECIFIED'>

export type DecisionType = OpenEnum<'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN'>

/** One evaluation of a decision. */
export interface DecisionInstance {
  /** `<key>-<index>`. Names the evaluation; several evaluations share one `key`. */
  readonly id: string
  /** 64-bit key as digits. */
  readonly key: string
  readonly state: DecisionInstanceState
  /** As the server wrote it; read it with `parseOperateDate`. */
  readonly evaluationDate: string
  /** Why the evaluation failed, where it did. */
  readonly evaluationFailure?: string | undefined
  readonly processDefinitionKey?: string | undefined
  readonly processInstanceKey?: string | undefined
  /** Id of the decision in the DMN. */
  readonly decisionId: string
  readonly decisionDefinitionId?: string | undefined
  readonly decisionName?: string | undefined
  readonly decisionVersion: number
  readonly decisionType: DecisionType
  /** JSON text of the result. Given by `get` only. */
  readonly result?: string | undefined
  /** Given by `get` only. */
  readonly evaluatedInputs?: readonly DecisionInstanceInput[] | undefined
  /** Given by `get` only. */
  readonly evaluatedOutputs?: readonly DecisionInstanceOutput[] | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  readonly tenantId?: string | undefined
}

/** An input column of a decision table with the value it got. */
export interface DecisionInstanceInput {
  readonly id?: string | undefined
  readonly name?: string | undefined
  /** JSON text. */
  readonly value?: string | undefined
}

/** An output of a rule that matched. */
export interface DecisionInstanceOutput {
  readonly id?: string | undefined
  readonly name?: string | undefined
  /** JSON text. */
  readonly value?: string | undefined
  readonly ruleId?: string | undefined
  /** Place of the rule in the table, from 1. */
  readonly ruleIndex?: number | undefined
}

/** The fields by which Operate filters decision instances; result, inputs and outputs are not among them. */
export interface DecisionInstanceFilter {
  readonly id?: string
  readonly key?: KeyInput
  readonly state?: DecisionInstanceState
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  readonly evaluationDate?: Date | string
  readonly evaluationFailure?: string
  readonly processDefinitionKey?: KeyInput
  readonly processInstanceKey?: KeyInput
  readonly decisionId?: string
  readonly decisionDefinitionId?: string
  readonly decisionName?: string
  readonly decisionVersion?: number
  readonly decisionType?: DecisionType
  readonly tenantId?: string
}

/** The fields by which Operate sorts decision instances. */
export type DecisionInstanceSortField = keyof DecisionInstanceFilter
