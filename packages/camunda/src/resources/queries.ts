import { type Page, type ReadOptions, type Search, type SearchAllOptions, ValidationError } from '@x/rest'
import type { Server } from '../cluster/detect.ts'
import type { OperateResource } from '../older/index.ts'
import type { ServedPage } from '../served.ts'
import { type ClusterApi, loadOlder, read } from './read.ts'

/** The queries of every resource, whichever API the cluster serves. */
export interface Queries<KeyOf, Filter, Field extends string, Found, Whole = Found> {
  /**
   * Returns one page of matching items, in the terms of the Orchestration Cluster API v2; `served` says which API
   * responded.
   *
   * Operate v1 compares for equality and with short lists (`$in`), returns at most 1000 items on a page, and pages
   * forward. It compares dates to the millisecond or within one calendar unit (`{ $gte, $lt }`, UTC).
   *
   * @throws `VersionError` for anything that the API of this cluster does not support; nothing is sent
   */
  search(body?: Search<Filter, Field>, options?: ReadOptions<ServedPage<Found>>): Promise<ServedPage<Found>>

  /**
   * Returns all matching items one by one, and requests the next page while you work on the current one. Errors that
   * `search` throws immediately are thrown with the first item here.
   */
  searchAll(body?: Search<Filter, Field>, options?: SearchAllOptions): AsyncGenerator<Found, void, undefined>

  /**
   * Returns one item by its key.
   *
   * @throws `ApiError` 404 if it does not exist, is not visible yet, or belongs to another tenant
   */
  get(key: KeyOf, options?: ReadOptions<Whole>): Promise<Whole>
}

/**
 * The methods that all resources of the Orchestration Cluster API have. `rest` are the arguments between body and
 * options.
 */
interface AnyResource {
  search(body: object, ...rest: unknown[]): Promise<Page<object>>
  searchAll(body: object, ...rest: unknown[]): AsyncGenerator<object, void, undefined>
  get(key: string, options?: object): Promise<object>
}

/**
 * Creates the queries of a resource.
 *
 * @param between - Arguments of v2's methods between the body and the options.
 */
export function createQueries<Resource>(
  api: ClusterApi,
  name: OperateResource,
  between: readonly unknown[] = [],
): Resource {
  const { link, clients } = api
  const newer = (server: Server): Promise<AnyResource> =>
    clients.orchestration(server, name) as Promise<object> as Promise<AnyResource>

  const queries: Queries<string, object, string, object> = {
    search: (body = {}, options) =>
      read(
        api,
        {
          async v2(server) {
            checkCursors(name, body)
            const resource = await newer(server)
            return served(await resource.search(body, ...between, waitingServed(options)))
          },
          v1: (server, older) =>
            older.searchOperate(() => clients.operate(server), name, body, server.version, options),
        },
        options,
      ),

    searchAll: (body = {}, options) =>
      link.iterate(async (server) => {
        if (server.reads === 'v2') {
          checkCursors(name, body)
          return (await newer(server)).searchAll(body, ...between, options)
        }
        const older = await loadOlder()
        return older.searchAllOperate(() => clients.operate(server), name, body, server.version, options)
      }, options?.signal),

    get: (key, options) =>
      read(
        api,
        {
          v2: async (server) => (await newer(server)).get(key, options),
          v1: (server, older) => older.getOperate(() => clients.operate(server), name, key, options),
        },
        options,
      ),
  }
  return queries as Resource
}

/** Marks a page of v2. */
export function served<Item>(page: Page<Item>): ServedPage<Item> {
  return { ...page, served: 'orchestration' }
}

/** Wraps `waitFor`, so that it also gets pages with their mark. */
export function waitingServed<Item, Newer extends Item>(
  options: ReadOptions<ServedPage<Item>> | undefined,
): ReadOptions<Page<Newer>> | undefined {
  const { waitFor, ...rest } = options ?? {}
  if (waitFor === undefined) return options && rest
  return { ...rest, waitFor: typeof waitFor === 'function' ? (page) => waitFor(served<Item>(page)) : waitFor }
}

/** Prefix of an older API's cursor; v2's own cursors have no such characters. */
const olderCursor = /^(operate|tasklist):/

/** @throws `ValidationError` for a cursor of an older API: the cluster was updated between two pages */
export function checkCursors(resource: string, { page }: { readonly page?: unknown }): void {
  for (const name of ['after', 'before'] as const) {
    if (!olderCursor.test(String((Object(page) as Record<string, unknown>)[name]))) continue
    const message =
      'is a cursor of an older API than the one that serves this cluster now. Start again with the first page'
    throw new ValidationError(`${resource}.search`, 'body', [{ path: `page.${name}`, message }])
  }
}
