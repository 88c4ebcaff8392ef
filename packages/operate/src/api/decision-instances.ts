import type { DateInput, DateTime, Int, Key, KeyInput, OpenEnum, ReadOptions, SearchAllOptions } from '@x/rest'
import type { SearchPage, SearchQuery } from './shared.ts'

/**
 * Evaluations of decisions.
 *
 * @until 8.9
 * @eventuallyConsistent
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
    options?: ReadOptions<SearchPage<DecisionInstance>>,
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
  get(id: string, options?: ReadOptions<DecisionInstance>): Promise<DecisionInstance>
}

/** States of decision instances to filter by. A response may contain others. */
export type DecisionInstanceState = 'FAILED' | 'EVALUATED' | 'UNKNOWN' | 'UNSPECIFIED'

/** Types of decisions to filter by. A response may contain others. */
export type DecisionType = 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN'

/** One evaluation of a decision. */
export interface DecisionInstance {
  /** `<key>-<index>`, unique to the evaluation; several evaluations share one `key`. */
  id: string
  key: Key<'DecisionInstanceKey'>
  state: OpenEnum<DecisionInstanceState>
  /** `parseOperateDate` reads it. */
  evaluationDate: DateTime
  /** Why the evaluation failed, if it did. */
  evaluationFailure?: string | undefined
  processDefinitionKey?: Key<'ProcessDefinitionKey'> | undefined
  processInstanceKey?: Key<'ProcessInstanceKey'> | undefined
  /** Id of the decision in the DMN. */
  decisionId: string
  decisionDefinitionId?: string | undefined
  decisionName?: string | undefined
  decisionVersion: Int
  decisionType: OpenEnum<DecisionType>
  /** The result as JSON text, for `parseVariable`. Only `get` returns it. */
  result?: string | undefined
  /** Only `get` returns it. */
  evaluatedInputs?: DecisionInstanceInput[] | undefined
  /** Only `get` returns it. */
  evaluatedOutputs?: DecisionInstanceOutput[] | undefined
  /** `<default>` if multi-tenancy is disabled. @since 8.3 */
  tenantId?: string | undefined
}

/** An input column of a decision table with its value. */
export interface DecisionInstanceInput {
  id?: string | undefined
  name?: string | undefined
  /** JSON text. */
  value?: string | undefined
}

/** An output of a matching rule. */
export interface DecisionInstanceOutput {
  id?: string | undefined
  name?: string | undefined
  /** JSON text. */
  value?: string | undefined
  ruleId?: string | undefined
  /** Position of the rule in the table, starting at 1. */
  ruleIndex?: Int | undefined
}

/**
 * Conditions on decision instances; result, inputs and outputs are not among them.
 *
 * @ignored result, evaluatedInputs, evaluatedOutputs
 */
export interface DecisionInstanceFilter {
  id?: string | undefined
  key?: KeyInput<'DecisionInstanceKey'> | undefined
  state?: DecisionInstanceState | undefined
  /** The exact millisecond, or with a rounding such as `||/d` the day around it (UTC). Operate cannot filter by before or after. */
  evaluationDate?: DateInput | undefined
  evaluationFailure?: string | undefined
  processDefinitionKey?: KeyInput<'ProcessDefinitionKey'> | undefined
  processInstanceKey?: KeyInput<'ProcessInstanceKey'> | undefined
  decisionId?: string | undefined
  decisionDefinitionId?: string | undefined
  decisionName?: string | undefined
  decisionVersion?: Int | undefined
  decisionType?: DecisionType | undefined
  tenantId?: string | undefined
}

/** Fields to sort decision instances by. */
export type DecisionInstanceSortField = keyof DecisionInstanceFilter
