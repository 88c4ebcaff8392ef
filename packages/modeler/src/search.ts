import { type CallOptions, iteratePages, type Route, ValidationError, type ValidationIssue } from '@x/rest'
import type { Page } from './types/search.ts'

/** Options of `searchAll`. */
export interface SearchAllOptions extends CallOptions {
  /** Most items to give. @defaultValue no limit */
  readonly limit?: number | undefined
}

interface AnySearch {
  readonly filter?: object | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

const MAX_SIZE = 50

/**
 * Gives the body of a search; the server wants one also when there is nothing to say. Refuses filters with a hole, also
 * when validation is off: `{ projectId: undefined }` would find, and let a careless script delete, the files of everybody.
 */
export function searchBody<Search extends AnySearch>(route: Route, search: Search | undefined): Search | object {
  const issues = holes(search?.filter ?? {}, 'filter')
  if (issues.length > 0) throw new ValidationError(route.id, 'body', issues)
  return search ?? {}
}

function holes(filter: object, path: string): ValidationIssue[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const at = `${path}.${name}`
    if (value === undefined || value === null || value === '') {
      return [
        { path: at, message: `is ${value === '' ? 'empty' : value}: the server would ignore it and find everything` },
      ]
    }
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? [{ path: at, message: 'is an invalid Date' }] : []
    return typeof value === 'object' ? holes(value, at) : []
  })
}

/** Gives all items of a search: pages of 50 from 0 on, until a page is not full. */
export function searchPages<Search extends AnySearch, Item>(
  fetchPage: (search: Search, options: CallOptions) => Promise<Page<Item>>,
  search: Omit<Search, 'page'> | undefined,
  options: SearchAllOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const { limit, ...call } = options
  const size = (search as AnySearch | undefined)?.size ?? MAX_SIZE
  return iteratePages<Item, number>(
    async (page = 0, signal) => {
      const { items } = await fetchPage({ ...search, page, size } as unknown as Search, { ...call, signal })
      return { items, next: items.length === 0 || items.length < size ? undefined : page + 1 }
    },
    { limit, signal: call.signal },
  )
}
