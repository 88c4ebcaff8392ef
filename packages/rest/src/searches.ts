import type { checkFilter } from './filter.ts'
import type { Paging } from './route.ts'
import type { PagingKind } from './search-all.ts'

/** What paged searches need. Resources bring along what theirs need, so that bundles do without the rest. */
export interface Searches extends Readonly<Partial<Record<Paging, PagingKind>>> {
  readonly checkFilter: typeof checkFilter
}
