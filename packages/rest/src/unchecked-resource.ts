import { type Connection, connected } from './connection.ts'
import { checkPlain } from './plain-body.ts'
import { createResource, type ResourceRoutes, type ResourceRoutesByName } from './resource.ts'

/** Creates a resource without schemas: it only rejects bodies that JSON cannot represent. */
export function createUncheckedResource<Resource extends object>(
  connection: Connection,
  name: string,
  routes: ResourceRoutes,
): Resource {
  return createResource(connection, name, routes, checkPlain)
}

/** Creates all resources of a client without schemas. */
export function createUncheckedResources<Client extends object>(
  connection: Connection,
  resources: ResourceRoutesByName,
): Client {
  const client = Object.entries(resources).map(([name, routes]) => [
    name,
    createUncheckedResource(connection, name, routes),
  ])
  return connected(Object.fromEntries(client) as Client, connection)
}
