import type { CallOptions, DateInput, DateTime, Int, Key, KeyInput, OpenEnum, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Evaluations of decisions.
 *
 * @until 8.9
 * @deprecated Since Camunda 8.8, in favor of the Orchestration Cluster REST API v2.
 */
export interface DecisionInstances {
  /**
   * Returns one page of decision instances, without result, inputs and outputs: `get` returns these.
   *
   * @operation POST /decision-instances/search
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE on *
   * @paging searchAfter id
   * @throws {ValidationError} with code `request_invalid` for a filter that Operate would ignore; nothing is sent
   * @see `POST /v2/decision-instances/search` of the Orchestration Cluster REST API v2
   */
  search(
    body?: SearchQuery<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: CallOptions,
  ): Promise<SearchPage<DecisionInstance>>

  /**
   * Returns all matching decision instances one by one, and requests the next page while you work on the current
   * one.
   *
   * @example
   * for await (const evaluation of operate.decisionInstances.searchAll({ filter: { state: 'FAILED' } })) {
   *   console.log(evaluation.id, evaluation.evaluationFailure)
   * }
   */
  searchAll(
    body?: SearchQuery<DecisionInstanceFilter, DecisionInstanceSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<DecisionInstance, void, undefined>

  /**
   * Returns one evaluation with its result, inputs and outputs, by its `id` (not its `key`).
   *
   * @operation GET /decision-instances/{id}
   * @permission DECISION_DEFINITION READ_DECISION_INSTANCE on *
   * @throws {ApiError} 404 if it does not exist, is not imported yet, or belongs to another tenant
   * @see `GET /v2/decision-instances/{decisionEvaluationInstanceKey}` of the Orchestration Cluster REST API v2
   */
  get(id: string, options?: CallOptions): Promise<DecisionInstance>
}

export type DecisionInstanceState = OpenEnum<'FAILED' | 'EVALUATED' | 'UNKNOWN' | 'UNSPECIFIED'>

export type DecisionType = OpenEnum<'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN'>

/** One evaluation of a decision. */
export interface DecisionInstance {
  /** `<key>-<index>`, unique to the evaluation; several evaluations share one `key`. */
  readonly id: string
  readonly key: Key<'DecisionInstanceKey'>
  readonly state: DecisionInstanceState
  /** `parseOperateDate` reads it. */
  readonly evaluationDate: DateTime
  /** Why the evaluation failed, if it did. */
  readonly evaluationFailure?: string | undefined
  readonly processDefinitionKey?: Key<'ProcessDefinitionKey'> | undefined
  readonly processInstanceKey?: Key<'ProcessInstanceKey'> | undefined
  /** Id of the decision in the DMN. */
  readonly decisionId: string
  readonly decisionDefinitionId?: string | undefined
  readonly decisionName?: string | undefined
  readonly decisionVersion: Int
  readonly decisionType: DecisionType
  /** JSON text of the result. Only `get` returns it. */
  readonly result?: string | undefined
  /** Only `get` returns it. */
  readonly evaluatedInputs?: readonly DecisionInstanceInput[] | undefined
  /** Only `get` returns it. */
  readonly evaluatedOutputs?: readonly DecisionInstanceOutput[] | undefined
  /** `<default>` where multi-tenancy is off. @since 8.3 */
  readonly tenantId?: string | undefined
}

/** An input column of a decision table with its value. */
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
  /** Position of the rule in the table, from 1. */
  readonly ruleIndex?: Int | undefined
}

/**
 * Conditions on decision instances; result, inputs and outputs are not among them.
 *
 * @ignored result, evaluatedInputs, evaluatedOutputs
 */
export interface DecisionInstanceFilter {
  readonly id?: string
  readonly key?: KeyInput<'DecisionInstanceKey'>
  readonly state?: DecisionInstanceState
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  readonly evaluationDate?: DateInput
  readonly evaluationFailure?: string
  readonly processDefinitionKey?: KeyInput<'ProcessDefinitionKey'>
  readonly processInstanceKey?: KeyInput<'ProcessInstanceKey'>
  readonly decisionId?: string
  readonly decisionDefinitionId?: string
  readonly decisionName?: string
  readonly decisionVersion?: Int
  readonly decisionType?: DecisionType
  readonly tenantId?: string
}

/** Fields to sort decision instances by. */
export type DecisionInstanceSortField = keyof DecisionInstanceFilter
