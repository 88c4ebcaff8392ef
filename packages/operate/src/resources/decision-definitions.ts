import { type CallOptions, createMethods } from '@x/rest'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { decisionDefinitionRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type {
  DecisionDefinition,
  DecisionDefinitionFilter,
  DecisionDefinitionSortField,
} from '../types/decision-definition.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<DecisionDefinitionFilter, DecisionDefinitionSortField>

/** Deployed DMN decisions, one entry for each version. */
export interface DecisionDefinitions {
  /**
   * Gives one page of decision definitions.
   *
   * `POST /v1/decision-definitions/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/decision-definitions/search`. Permission with authorizations on: DECISION_DEFINITION
   * READ_DECISION_DEFINITION on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<DecisionDefinition>>

  /**
   * Gives all decision definitions that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * for await (const decision of operate.decisionDefinitions.searchAll({ sort: [{ field: 'decisionId' }] })) {
   *   console.log(decision.decisionId, decision.version)
   * }
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<DecisionDefinition, void, undefined>

  /**
   * Gives one decision definition.
   *
   * `GET /v1/decision-definitions/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/decision-definitions/{decisionDefinitionKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<DecisionDefinition>
}

export const decisionDefinitionFields: SearchFields<DecisionDefinitionFilter> = {
  filter: {
    id: 'text',
    key: 'key',
    decisionId: 'text',
    name: 'text',
    version: 'integer',
    decisionRequirementsId: 'text',
    decisionRequirementsKey: 'key',
    decisionRequirementsName: 'text',
    decisionRequirementsVersion: 'integer',
    tenantId: 'text',
  },
}

export function decisionDefinitionsOver(transport: OperateTransport): DecisionDefinitions {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, decisionDefinitionFields),
  }
}
