import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ApiTable, readOperations } from '@x/rest/shapes'
import { type Api, apis } from './apis.ts'
import { applyCorrections, compare } from './compare.ts'
import { type Described, describe } from './described.ts'
import { facts } from './facts.ts'
import { readOpenApi } from './read-openapi.ts'
import { root } from './read-package.ts'

/** Compares the table of each API with Camunda's files in `folder`. Returns the differences by API. */
export async function check(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const [name, api] of Object.entries(apis)) {
    const table = join(root, 'packages', name, 'src/generated/table.ts')
    if (!existsSync(table)) continue
    const loaded = (await import(pathToFileURL(table).href)) as { table: ApiTable }
    found.set(name, checkApi(api, readOperations(loaded.table).map(describe), folder))
  }
  return found
}

/** Compares the operations of one API with its files. */
function checkApi(api: Api, operations: readonly Described[], folder: string): string[] {
  const theirs = new Map<string, Described>()
  for (const file of api.files) {
    for (const operation of readOpenApi(join(folder, file), api.prefix)) {
      const place = `${operation.method} ${operation.path}`
      if (!theirs.has(place)) theirs.set(place, operation)
    }
  }
  const lines = compare(facts(operations), facts([...theirs.values()]), api.version, api.precision)
  return applyCorrections(lines, api.corrections)
}
