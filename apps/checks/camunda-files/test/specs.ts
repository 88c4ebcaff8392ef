import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bundle } from './bundle.ts'
import { correct } from './corrections.ts'

/**
 * Where Camunda's OpenAPI files lie. They are not ours to publish, so they are no part of this repository: a checkout
 * without them beside it skips these tests and says so; CI fails.
 */
const folder =
  process.env.CAMUNDA_SPECS ?? fileURLToPath(new URL('../../../../../shared/camunda/specs', import.meta.url))

export type SpecName =
  | 'orchestration-v2/8.10/rest-api.yaml'
  | 'console-openapi.yaml'
  | 'operate-v1-openapi.yaml'
  | 'web-modeler-v1-openapi.json'
  | 'web-modeler-v1-additions-openapi.yaml'

export interface OpenApi {
  readonly servers?: unknown
  readonly paths: Record<string, Record<string, OpenApiOperation>>
  readonly components: {
    readonly schemas: Record<string, OpenApiSchema>
    readonly parameters?: Record<string, OpenApiParameter>
  }
}

export interface OpenApiSchema {
  readonly type?: 'string' | 'array' | 'object' | 'number' | 'integer' | 'boolean'
  readonly properties?: Record<string, OpenApiSchema>
  readonly allOf?: OpenApiSchema[]
  items?: OpenApiSchema
  oneOf?: OpenApiSchema[] | undefined
  anyOf?: OpenApiSchema[] | undefined
  additionalProperties?: boolean | OpenApiSchema
  example?: string
}

export interface OpenApiBody {
  readonly schema: OpenApiSchema
  readonly examples?: Record<string, { readonly value: unknown }>
}

export interface OpenApiParameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly schema: OpenApiSchema
}

export interface OpenApiOperation {
  readonly parameters?: readonly OpenApiParameter[]
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
  const file = join(folder, name)
  const isSplit = name === 'orchestration-v2/8.10/rest-api.yaml'
  return correct(
    name,
    isSplit ? withCompletePaths(bundle(file) as OpenApi) : (parse(readFileSync(file, 'utf8')) as OpenApi),
  )
}

/** The addresses of the servers end with `/v2`, but for paths that have it themselves. Prism goes by paths alone. */
function withCompletePaths({ servers: _, ...spec }: OpenApi): OpenApi {
  const paths = Object.entries(spec.paths).map(([path, { servers: _, ...operations }]) => {
    return [path.startsWith('/cluster/v2/') ? path : `/v2${path}`, operations] as const
  })
  return { ...spec, paths: Object.fromEntries(paths) }
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
