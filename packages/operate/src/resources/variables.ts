import { type CallOptions, createMethods } from '@x/rest'
import type { KeyInput } from '../key.ts'
import type { OperateTransport } from '../operate-transport.ts'
import { variableRoutes as routes } from '../routes.ts'
import { createSearches } from '../search.ts'
import type { SearchFields } from '../search-fields.ts'
import type { SearchAllOptions, SearchPage, SearchQuery } from '../types/search.ts'
import type { Variable, VariableFilter, VariableSortField } from '../types/variable.ts'

type Query = SearchQuery<VariableFilter, VariableSortField>

/** Variables of process instances and their scopes. */
export interface Variables {
  /**
   * Gives one page of variables. Long values are cut short and marked `truncated`.
   *
   * `POST /v1/variables/search`, Camunda up to 8.9 (deprecated since 8.8), then
   * `POST /v2/variables/search`. Permission with authorizations on: PROCESS_DEFINITION
   * READ_PROCESS_INSTANCE on `*`, else 403.
   *
   * @throws `ValidationError` with code `request_invalid` for a field that Operate would ignore; nothing is sent
   */
  search(query?: Query, options?: CallOptions): Promise<SearchPage<Variable>>

  /**
   * Gives all variables that match, page by page behind one loop: the next page is fetched while you work on one.
   *
   * @example
   * const filter = { name: 'customer', value: stringifyVariable('ACME') }
   * for await (const variable of operate.variables.searchAll({ filter })) console.log(variable.processInstanceKey)
   */
  searchAll(query?: Query, options?: SearchAllOptions): AsyncGenerator<Variable, void, undefined>

  /**
   * Gives one variable with its whole value.
   *
   * `GET /v1/variables/{key}`, Camunda up to 8.9 (deprecated since 8.8), then
   * `GET /v2/variables/{variableKey}`.
   *
   * @throws `ApiError` with status 404 when there is none, it is not imported yet, or another tenant's
   */
  get(key: KeyInput, options?: CallOptions): Promise<Variable>
}

export const variableFields: SearchFields<VariableFilter> = {
  filter: {
    key: 'key',
    processInstanceKey: 'key',
    scopeKey: 'key',
    name: 'text',
    value: 'text',
    truncated: 'boolean',
    tenantId: 'text',
  },
}

export function variablesOver(transport: OperateTransport): Variables {
  return {
    ...createMethods(transport, routes),
    ...createSearches(transport, routes.search, variableFields),
  }
}
