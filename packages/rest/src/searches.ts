import type { checkBulkFilter } from './filter.ts'
import type { Paging } from './route.ts'
import type { PagingKind } from './search-all.ts'

/** Implements paged searches. Only resources that have them import what theirs need, so other bundles do not contain it. */
export interface Searches extends Readonly<Partial<Record<Paging, PagingKind>>> {
  /** `checkFilter`, or `checkBulkFilter` if an operation changes everything its filter matches. */
  readonly checkFilter: typeof checkBulkFilter
}
