import { refusePart } from '@x/rest'
import { DATE_EXPECTED, wireDate } from './wire-date.ts'

/** The members of filters that are dates. */
const dates = ['created', 'updated']

/**
 * Converts a search to the server's format: dates as strings with a colon in the offset.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function wireSearch(operation: string, search: object): object {
  const { filter } = search as { readonly filter?: object | undefined }
  if (!filter) return search
  const members = Object.entries(filter).map(([name, value]: [string, unknown]) => {
    if (!dates.includes(name) || value === undefined) return [name, value]
    return [name, wireDate(value) ?? refusePart(operation, 'body', `filter.${name}`, DATE_EXPECTED)]
  })
  return { ...search, filter: Object.fromEntries(members) }
}
