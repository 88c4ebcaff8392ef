import { type Connection, connected } from '../connection.ts'
import { createResource } from '../resource.ts'
import { createCheck } from './check.ts'
import type { ResourceTable, ResourceTables } from './table.ts'

/** Creates a resource whose requests and responses are checked as its connection says. */
export function createCheckedResource<Resource extends object>(
  connection: Connection,
  name: string,
  table: ResourceTable,
): Resource {
  return createResource(connection, name, table, createCheck(table, connection.validate, connection.whyUnknown))
}

/** Creates all resources of a checking client. */
export function createCheckedResources<Client extends object>(connection: Connection, tables: ResourceTables): Client {
  const client = Object.entries(tables).map(([name, table]) => [name, createCheckedResource(connection, name, table)])
  return connected(Object.fromEntries(client) as Client, connection)
}
