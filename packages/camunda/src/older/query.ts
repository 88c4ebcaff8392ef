import { isPlainObject } from '@x/rest'
import type { Version } from '../cluster/version.ts'
import { writeFilter } from './filter.ts'
import type { Translation } from './member.ts'
import { writePage } from './page.ts'
import { Problems } from './problems.ts'
import { writeSort } from './sort.ts'

const parts = ['filter', 'sort', 'page']

/** A search of an older API. */
export type OlderQuery = Readonly<Record<string, unknown>>

/**
 * Converts a search of v2 to one of an older API that returns the same in the same order; to several, whose results
 * must be merged, if it filters by a list of values.
 *
 * @param version - Version of the cluster, for the error.
 * @throws `VersionError` for anything the older API does not support, `ValidationError` for anything no version
 * supports; both have all issues
 */
export function writeQueries(
  translation: Translation,
  body: unknown,
  version: Version | undefined,
): readonly OlderQuery[] {
  const problems = new Problems(`${translation.resource}.search`, version)
  if (!isPlainObject(body)) problems.invalid('', 'must be a plain object')
  const { filter, sort, page, ...others } = Object(body) as Readonly<Record<string, unknown>>
  for (const name of Object.keys(others)) problems.invalid(name, `is not known: a search has ${parts.join(', ')}`)
  const conditions = writeFilter(translation, filter, problems)
  const criteria = writeSort(translation, sort, problems)
  const place = writePage(translation, page, problems)
  problems.check()
  const query = { ...place, ...(criteria !== undefined && { sort: criteria }) }
  if (!conditions) return [query]
  return conditions.map((set) => ({ ...query, ...(translation.conditions === 'filter' ? { filter: set } : set) }))
}
