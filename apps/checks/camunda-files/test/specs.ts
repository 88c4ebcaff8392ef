import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { correct } from './corrections.ts'

/**
 * Where Camunda's OpenAPI files lie. They are not ours to publish, so they are no part of this repository: a checkout
 * without them beside it skips these tests and says so; CI fails.
 */
const folder =
  process.env.CAMUNDA_SPECS ?? fileURLToPath(new URL('../../../../../shared/camunda/specs', import.meta.url))

export type SpecName =
  | 'console-openapi.yaml'
  | 'operate-v1-openapi.yaml'
  | 'web-modeler-v1-openapi.json'
  | 'web-modeler-v1-additions-openapi.yaml'

export interface OpenApi {
  readonly paths: Record<string, Record<string, OpenApiOperation>>
  readonly components: { readonly schemas: Record<string, OpenApiSchema> }
}

export interface OpenApiSchema {
  readonly properties?: Record<string, OpenApiSchema>
  items?: OpenApiSchema
}

export interface OpenApiBody {
  readonly schema: OpenApiSchema
  readonly examples?: Record<string, { readonly value: unknown }>
}

export interface OpenApiOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: OpenApiSchema }[]
  readonly requestBody?: { readonly content: Record<string, OpenApiBody> }
  readonly responses: Record<string, { content?: Record<string, { readonly schema: OpenApiSchema }> }>
}

/** Whether an OpenAPI file is there; says so where it is not, and fails in CI. */
export function hasSpec(name: SpecName): boolean {
  if (existsSync(join(folder, name))) return true
  const message = `${name} is not in ${folder} (set CAMUNDA_SPECS): nothing was checked against it`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
  return false
}

/** The file with its known faults corrected. */
export function readSpec(name: SpecName): OpenApi {
  return correct(name, parse(readFileSync(join(folder, name), 'utf8')) as OpenApi)
}

/** Writes the file where prism can read it; Camunda's own stays as it is. Prism watches it, so it has to stay till prism ends. */
export async function writeSpec(spec: OpenApi): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'openapi-'))
  const path = join(directory, 'openapi.json')
  await writeFile(path, JSON.stringify(spec))
  return { path, remove: () => rm(directory, { recursive: true, force: true }) }
}

/** One API that is described in two files; where both name a schema, `first` says what it is. */
export function joinSpecs(first: OpenApi, second: OpenApi): OpenApi {
  return {
    ...first,
    paths: { ...second.paths, ...first.paths },
    components: { ...first.components, schemas: { ...second.components.schemas, ...first.components.schemas } },
  }
}
