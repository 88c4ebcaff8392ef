import type { Members } from '../../sampled/members.ts'
import { invalid } from '../problems.ts'

/** The maximum number of items that a search counts, and that it reaches without a cursor. */
export const MOST = 10_000

/** The requested part of the matching items. */
export interface PageRequest {
  readonly limit: number
  /** Number of items to skip. */
  readonly from: number
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Reads the member `page` of a search. @throws {@link Problem} if it is invalid. */
export function readPageRequest(page: Members = {}): PageRequest {
  const { limit = 100, from = 0, after, before } = page as Partial<PageRequest>
  const ways = Object.keys(page).filter((name) => name !== 'limit' && page[name] !== undefined)
  if (ways.length > 1) throw invalid(`page: only one of from, after and before is allowed, not ${ways.join(' and ')}.`)
  if (from + limit > MOST) throw invalid(`page: from and limit together must not be above ${MOST}.`)
  return { limit, from, after, before }
}
