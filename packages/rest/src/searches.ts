import { checkFilter } from './filter.ts'
import { readPage } from './page-response.ts'
import { searchAll } from './search-all.ts'

/** What paged searches need. Resources with searches bring it along, so that bundles of others do without. */
export interface Searches {
  readonly checkFilter: typeof checkFilter
  readonly readPage: typeof readPage
  readonly searchAll: typeof searchAll
}

export const searches: Searches = { checkFilter, readPage, searchAll }
