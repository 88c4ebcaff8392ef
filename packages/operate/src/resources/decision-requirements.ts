import { type CallOptions, createMethods } from '@x/rest'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { decisionRequirementsRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type {
  DecisionRequirements,
  DecisionRequirementsFilter,
  DecisionRequirementsSortField,
} from '../types/decision-requirements.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'

type Query = SearchQuery<DecisionRequirementsFilter, DecisionRequirementsSortField>

/** Deployed DMN files, one entry for each version. */
export interface DecisionRequirementsResource {
  /**
   * Gives one page of decision requirements.
   *
   * `POST /v1/drd/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/decision-requirements/search`. Permission with authorizations on: DECISION_REQUIREMENTS_DEFINITION
   * READ on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<DecisionRequirements>>

  /**
   * Gives all decision requirements that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * for await (const file of operate.decisionRequirements.searchAll()) console.log(file.resourceName, file.version)
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<DecisionRequirements, void, undefined>

  /**
   * Gives one decision requirements entry.
   *
   * `GET /v1/drd/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/decision-requirements/{decisionRequirementsKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<DecisionRequirements>

  /**
   * Gives the DMN as it was deployed.
   *
   * `GET /v1/drd/{key}/xml`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/decision-requirements/{decisionRequirementsKey}/xml`.
   */
  getXml(key: KeyInput, options?: CallOptions): Promise<string>
}

export const decisionRequirementsFields: SearchFields<DecisionRequirementsFilter> = {
  filter: {
    id: 'text',
    key: 'key',
    decisionRequirementsId: 'text',
    name: 'text',
    version: 'integer',
    resourceName: 'text',
    tenantId: 'text',
  },
}

export function decisionRequirementsResourceOver(transport: OperateTransport): DecisionRequirementsResource {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, decisionRequirementsFields),
  }
}
