import { RestError } from './errors.ts'
import type { CallOptions } from './options.ts'
import { checkCallOptions } from './settings.ts'

/** Options of `searchAll`; those of a call apply to the request of each page, `waitFor` to that of the first. */
export interface SearchAllOptions extends CallOptions {
  /** Maximum number of items to return. @defaultValue no limit */
  readonly limit?: number | undefined
  /** Repeats the request of the first page until it has items. */
  readonly waitFor?: true | undefined
  /** How long `waitFor` waits, in milliseconds. @defaultValue `10_000` */
  readonly waitForMs?: number | undefined
}

/** The query of `searchAll` for numbered pages: a search without a page number. */
export type SearchAll<Request> = Omit<Request, 'page'>

/**
 * Checks the options of `searchAll` when it is called, not in the loop.
 *
 * @throws `RestError` that names the option
 */
export function checkSearchAllOptions(options: SearchAllOptions): void {
  const { limit = 0, ...others } = Object(options) as SearchAllOptions
  checkCallOptions(options && others)
  if (limit !== Number.POSITIVE_INFINITY && !(Number.isInteger(limit) && limit >= 0)) {
    throw new RestError('request_invalid', '`limit` must be a whole number')
  }
}
