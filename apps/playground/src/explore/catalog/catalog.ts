import type { Operation } from '@x/rest/shapes'
import { type Api, apis, loadOperations } from '../../apis.ts'

/** One API with all its operations. */
export interface CatalogApi {
  readonly api: Api
  readonly operations: readonly Operation[]
}

/** An operation and its API. */
export interface CatalogEntry {
  readonly api: Api
  readonly operation: Operation
}

export interface Resource {
  /** As in the IDs of its operations: `processInstances`. */
  readonly name: string
  readonly operations: readonly Operation[]
}

export async function loadCatalog(): Promise<readonly CatalogApi[]> {
  return Promise.all(apis.map(async (api) => ({ api, operations: await loadOperations(api) })))
}

export function entriesOf(catalog: readonly CatalogApi[]): readonly CatalogEntry[] {
  return catalog.flatMap(({ api, operations }) => operations.map((operation) => ({ api, operation })))
}

/** The resource and the verb of an operation: `processInstances` and `search`. */
export function splitId(id: string): readonly [resource: string, verb: string] {
  const at = id.lastIndexOf('.')
  return at < 0 ? ['', id] : [id.slice(0, at), id.slice(at + 1)]
}

/** Operations by resource, both in the order of the table. */
export function groupByResource(operations: readonly Operation[]): readonly Resource[] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const [name] = splitId(operation.id)
    const group = groups.get(name)
    if (group) group.push(operation)
    else groups.set(name, [operation])
  }
  return [...groups].map(([name, group]) => ({ name, operations: group }))
}

/** True if all are deprecated: then the group says so once, instead of each row. */
export function areAllDeprecated(operations: readonly Operation[]): boolean {
  return operations.length > 0 && operations.every(({ deprecated }) => deprecated !== undefined)
}
