import { type CallOptions, createMethods } from '@x/rest'
import { decisionInstanceStates, decisionTypes } from '../enumerations.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { decisionInstanceRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type { DecisionInstance, DecisionInstanceFilter, DecisionInstanceSortField } from '../types/decision-instance.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<DecisionInstanceFilter, DecisionInstanceSortField>

/** Evaluations of decisions. */
export interface DecisionInstances {
  /**
   * Gives one page of decision instances. Without result, inputs and outputs, which `get` gives.
   *
   * `POST /v1/decision-instances/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/decision-instances/search`. Permission with authorizations on: DECISION_DEFINITION
   * READ_DECISION_INSTANCE on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<DecisionInstance>>

  /**
   * Gives all decision instances that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * for await (const evaluation of operate.decisionInstances.searchAll({ filter: { state: 'FAILED' } })) {
   *   console.log(evaluation.id, evaluation.evaluationFailure)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<DecisionInstance, void, undefined>

  /**
   * Gives one evaluation with its result, inputs and outputs, by its `id`, not its key.
   *
   * `GET /v1/decision-instances/{id}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/decision-instances/{decisionEvaluationInstanceKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(id: string, options?: CallOptions): Promise<DecisionInstance>
}

export const decisionInstanceFields: SearchFields<DecisionInstanceFilter> = {
  filter: {
    id: 'text',
    key: 'key',
    state: decisionInstanceStates,
    evaluationDate: 'date',
    evaluationFailure: 'text',
    processDefinitionKey: 'key',
    processInstanceKey: 'key',
    decisionId: 'text',
    decisionDefinitionId: 'text',
    decisionName: 'text',
    decisionVersion: 'integer',
    decisionType: decisionTypes,
    tenantId: 'text',
  },
  ignored: ['result', 'evaluatedInputs', 'evaluatedOutputs'],
  lastSort: 'text',
}

export function decisionInstancesOver(transport: OperateTransport): DecisionInstances {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, decisionInstanceFields),
  }
}
