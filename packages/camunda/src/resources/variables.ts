import type {
  Variable as NewerVariable,
  SearchVariablesQuery,
  VariableFilter,
  VariableSearchResult,
  VariableSortField,
} from '@x/orchestration'
import type { ReadOptions, Search, SearchAllOptions } from '@x/rest'
import type { ServedPage } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import type { ClusterApi } from './read.ts'

export type { Variable, VariableSearchResult } from '@x/orchestration'

type VariableQueries = Queries<
  NewerVariable['variableKey'],
  VariableFilter,
  VariableSortField,
  VariableSearchResult,
  NewerVariable
>

/** Variables of process instances and of their elements. Values are JSON text. */
export interface Variables extends Pick<VariableQueries, 'get'> {
  /**
   * Returns one page of the matching variables. Long values are truncated, so they are not valid JSON, unless you pass
   * `truncateValues: false`; with Operate v1, this takes a request for each of them.
   *
   * @throws `VersionError` for anything that the API of this cluster does not support; nothing is sent
   */
  search(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: ReadOptions<ServedPage<VariableSearchResult>>,
  ): Promise<ServedPage<VariableSearchResult>>

  /** Returns all matching variables one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<VariableFilter, VariableSortField>,
    query?: SearchVariablesQuery,
    options?: SearchAllOptions,
  ): AsyncGenerator<VariableSearchResult, void, undefined>
}

export function createVariables(api: ClusterApi): Variables {
  const queriesWith = (query: SearchVariablesQuery): VariableQueries => createQueries(api, 'variables', [query])
  /** Returns the whole value: Operate truncates long values in searches, but not in `get`. */
  async function whole(found: VariableSearchResult, query: SearchVariablesQuery): Promise<VariableSearchResult> {
    if (query.truncateValues !== false || !found.isTruncated) return found
    return { ...found, value: (await queriesWith({}).get(found.variableKey)).value, isTruncated: false }
  }

  return {
    get: queriesWith({}).get,
    async search(body, query = {}, options) {
      const page = await queriesWith(query).search(body, options)
      return { ...page, items: await Promise.all(page.items.map((found) => whole(found, query))) }
    },
    async *searchAll(body, query = {}, options) {
      for await (const found of queriesWith(query).searchAll(body, options)) yield whole(found, query)
    },
  }
}
