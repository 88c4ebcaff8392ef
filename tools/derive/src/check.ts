import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Operation } from '@x/rest/shapes'
import { type Api, apis } from './apis.ts'
import { applyCorrections, compare } from './compare.ts'
import { type Described, describe } from './described.ts'
import { facts } from './facts.ts'
import { readOpenApi } from './read-openapi.ts'
import { root } from './read-package.ts'

/** Compares the operations of each API with Camunda's files in `folder`. Returns the differences by API. */
export async function check(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const [name, api] of Object.entries(apis)) {
    const file = join(root, 'packages', name, 'src/operations.ts')
    const { operations } = (await import(pathToFileURL(file).href)) as { operations: readonly Operation[] }
    found.set(name, checkApi(api, operations.map(describe), folder))
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
