import { checkSearch } from './check-search.ts'
import { readPage } from './page-response.ts'
import { searchAll } from './search-all.ts'

/** Implements paged searches. Only resources that have them import it, so other bundles do not contain it. */
export interface Searches {
  readonly checkSearch: typeof checkSearch
  readonly readPage: typeof readPage
  readonly searchAll: typeof searchAll
}

export const searches: Searches = { checkSearch, readPage, searchAll }
