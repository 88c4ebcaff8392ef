import type { CallOptions } from './options.ts'

/** Options of `searchAll`; those of a call apply to the request of each page, `waitFor` to that of the first. */
export interface SearchAllOptions extends CallOptions {
  /** Maximum number of items to return. @defaultValue no limit */
  readonly limit?: number | undefined
  /** Repeats the request of the first page until it has items. */
  readonly waitFor?: true | undefined
  /** How long `waitFor` waits, in milliseconds. @defaultValue `10_000` */
  readonly waitForMs?: number | undefined
}

/** What `searchAll` searches for, where pages are numbered: a search without the number of a page. */
export type SearchAll<Request> = Omit<Request, 'page'>
