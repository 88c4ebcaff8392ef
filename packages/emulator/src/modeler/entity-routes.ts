import { empty, json } from '../responses.ts'
import type { ModelerCall, ModelerRoute } from './route.ts'
import { type Item, type SearchFields, search, searchChecks } from './search.ts'

// What projects, folders, files and versions have in common. Only creating and changing them differs.

/** Finds the item that a call is about. @throws `Problem` 404 */
type Open<T> = (call: ModelerCall) => T

/** @param unsortable - fields that can be filtered by, but not sorted by. */
export const searchRoute = (
  path: string,
  items: () => readonly Item[],
  fields: SearchFields,
  unsortable?: readonly string[],
): ModelerRoute => ({
  method: 'POST',
  path: `${path}/search`,
  permission: 'WebModeler:get',
  body: searchChecks,
  handle: ({ body }) => json(200, search(items(), fields, body, unsortable)),
})

/** @param describe - what the API returns about it, including its content. */
export const getRoute = <T>(
  path: string,
  open: Open<T>,
  describe: (entity: T) => readonly [metadata: unknown, content: unknown],
): ModelerRoute => ({
  method: 'GET',
  path,
  permission: 'WebModeler:get',
  handle: (call) => {
    const [metadata, content] = describe(open(call))
    return json(200, { metadata, content })
  },
})

export const deleteRoute = <T>(path: string, open: Open<T>, remove: (entity: T) => void): ModelerRoute => ({
  method: 'DELETE',
  path,
  permission: 'WebModeler:delete',
  handle: (call) => {
    remove(open(call))
    return empty()
  },
})
