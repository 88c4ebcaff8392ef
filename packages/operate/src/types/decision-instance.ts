import type { OpenEnum } from '@x/rest/validation'
import type { decisionInstanceStates, decisionTypes } from '../enumerations.ts'
import type { KeyInput } from '../key.ts'

/** States of decision instances to filter by. A response may hold one that is not in the list. */
export type DecisionInstanceState = (typeof decisionInstanceStates)[number]

/** Kinds of decisions to filter by. A response may hold one that is not in the list. */
export type DecisionType = (typeof decisionTypes)[number]

/** One evaluation of a decision. */
export interface DecisionInstance {
  /** `<key>-<index>`. Names the evaluation; several evaluations share one `key`. */
  id: string
  /** 64-bit key as digits. */
  key: string
  state: OpenEnum<DecisionInstanceState>
  /** As the server wrote it; read it with `parseOperateDate`. */
  evaluationDate: string
  /** Why the evaluation failed, where it did. */
  evaluationFailure?: string | undefined
  processDefinitionKey?: string | undefined
  processInstanceKey?: string | undefined
  /** Id of the decision in the DMN. */
  decisionId: string
  decisionDefinitionId?: string | undefined
  decisionName?: string | undefined
  decisionVersion: number
  decisionType: OpenEnum<DecisionType>
  /** JSON text of the result, for `parseVariable`. Returned by `get` only. */
  result?: string | undefined
  /** Returned by `get` only. */
  evaluatedInputs?: DecisionInstanceInput[] | undefined
  /** Returned by `get` only. */
  evaluatedOutputs?: DecisionInstanceOutput[] | undefined
  /** `<default>` where multi-tenancy is off. Camunda 8.3 and later. */
  tenantId?: string | undefined
}

/** An input column of a decision table with the value it got. */
export interface DecisionInstanceInput {
  id?: string | undefined
  name?: string | undefined
  /** JSON text. */
  value?: string | undefined
}

/** An output of a rule that matched. */
export interface DecisionInstanceOutput {
  id?: string | undefined
  name?: string | undefined
  /** JSON text. */
  value?: string | undefined
  ruleId?: string | undefined
  /** Place of the rule in the table, from 1. */
  ruleIndex?: number | undefined
}

/** The fields by which Operate filters decision instances; result, inputs and outputs are not among them. */
export interface DecisionInstanceFilter {
  id?: string | undefined
  key?: KeyInput | undefined
  state?: DecisionInstanceState | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). There is no before or after. */
  evaluationDate?: Date | string | undefined
  evaluationFailure?: string | undefined
  processDefinitionKey?: KeyInput | undefined
  processInstanceKey?: KeyInput | undefined
  decisionId?: string | undefined
  decisionDefinitionId?: string | undefined
  decisionName?: string | undefined
  decisionVersion?: number | undefined
  decisionType?: DecisionType | undefined
  tenantId?: string | undefined
}

/** The fields by which Operate sorts decision instances. */
export type DecisionInstanceSortField = keyof DecisionInstanceFilter
