import { refusePart } from '@x/rest'
import type { SearchQuery, SearchResponse } from './api/shared.ts'
import { dateExpected, wireDate } from './date.ts'

/** The members of filters that are dates. */
const dates = ['startDate', 'endDate', 'creationTime', 'evaluationDate']

/**
 * Converts a search to Operate's format: keys as numbers, dates in the only format that it accepts, and the sort values
 * of the previous page as their original numbers.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function wireSearch(operation: string, search: object, rfc3339: boolean): object {
  const { filter, searchAfter } = search as SearchQuery<Record<string, unknown>, string>
  const refuse = (path: string, message: string): never => refusePart(operation, 'body', path, message)
  const wireMember = ([name, value]: [string, unknown]): [string, unknown] => {
    if (typeof value === 'string' && /key$/i.test(name) && /^-?\d{1,19}$/.test(value)) return [name, BigInt(value)]
    if (!dates.includes(name) || value === undefined) return [name, value]
    return [name, wireDate(value, rfc3339) ?? refuse(`filter.${name}`, `must be ${dateExpected}`)]
  }
  // Long numbers were returned as strings. The server also accepts a number for a string field, and requires one for
  // others.
  const wireSortValue = (value: unknown, index: number): unknown => {
    if (typeof value === 'string' && /^-?[1-9]\d{15,18}$/.test(value)) return BigInt(value)
    if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value
    return refuse(`searchAfter.${index}`, 'has lost digits. Pass the `sortValues` of the previous page unchanged')
  }
  if (searchAfter?.length === 0) refuse('searchAfter', 'is empty: the previous page was the last')
  return {
    ...search,
    ...(filter && { filter: Object.fromEntries(Object.entries(filter).map(wireMember)) }),
    ...(searchAfter && { searchAfter: searchAfter.map(wireSortValue) }),
  }
}

/** Adds sort values to a page without items. */
export function readSearchResponse(response: unknown): unknown {
  const { sortValues } = Object(response) as SearchResponse<unknown>
  return { ...(response as object), sortValues: sortValues ?? [] }
}
