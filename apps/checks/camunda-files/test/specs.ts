import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bundle } from './bundle.ts'
import { correct } from './corrections.ts'

/**
 * The folder with Camunda's OpenAPI files. We may not publish them, so they are not part of this repository. Without
 * them, these tests are skipped with a message, and fail in CI.
 */
const folder =
  process.env.CAMUNDA_SPECS ?? fileURLToPath(new URL('../../../../../shared/camunda/specs', import.meta.url))

export type SpecName =
  | 'orchestration-v2/8.9/rest-api.yaml'
  | 'orchestration-v2/8.10/rest-api.yaml'
  | 'hub-v2/camunda-openapi-self-managed.yaml'
  | 'tasklist-v1-openapi.yaml'
  | 'optimize-openapi.yaml'
  | 'console-openapi.yaml'
  | 'operate-v1-openapi.yaml'
  | 'web-modeler-v1-openapi.json'
  | 'web-modeler-v1-additions-openapi.yaml'

export interface OpenApi {
  readonly servers?: unknown
  security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Record<string, Record<string, OpenApiOperation>>
  readonly components: {
    readonly schemas: Record<string, OpenApiSchema>
    readonly parameters?: Record<string, OpenApiParameter>
    readonly requestBodies?: Record<string, OpenApiRequestBody>
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
  readonly $ref?: string
  readonly pattern?: string
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

export interface OpenApiRequestBody {
  readonly $ref?: string
  readonly content: Record<string, OpenApiBody>
}

export interface OpenApiOperation {
  readonly parameters?: readonly OpenApiParameter[]
  readonly requestBody?: OpenApiRequestBody
  readonly responses: Record<string, { content?: Record<string, { readonly schema: OpenApiSchema }> }>
}

/** Returns whether an OpenAPI file exists. If not, prints that, and fails in CI. */
export function hasSpec(name: SpecName): boolean {
  if (existsSync(join(folder, name))) return true
  const message = `${name} is not in ${folder} (set CAMUNDA_SPECS): nothing was checked against it`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
  return false
}

/** Returns the file with its known mistakes corrected. */
export function readSpec(name: SpecName): OpenApi {
  const file = join(folder, name)
  const [, prefix] = split.find(([begin]) => name.startsWith(begin)) ?? []
  const spec = (prefix ? bundle(file) : parse(readFileSync(file, 'utf8'))) as OpenApi
  return correct(name, withCompletePaths(spec, prefix))
}

/** The descriptions that are split into many files, and the end of their server addresses. */
const split = [
  ['orchestration-v2/', '/v2'],
  ['hub-v2/', '/api/v2'],
] as const

/** Prism only uses paths. The administration of a cluster has full ones. */
function withCompletePaths({ servers: _, ...spec }: OpenApi, prefix = ''): OpenApi {
  const paths = Object.entries(spec.paths).map(([path, { servers: _, ...operations }]) => {
    return [path.startsWith('/cluster/v2/') ? path : prefix + path, operations] as const
  })
  return { ...spec, paths: Object.fromEntries(paths) }
}

/**
 * Writes the file to a folder for prism, without changing Camunda's own. Prism watches it, so it must exist until prism
 * exits.
 */
export async function writeSpec(spec: OpenApi): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'openapi-'))
  const path = join(directory, 'openapi.json')
  await writeFile(path, JSON.stringify(spec))
  return { path, remove: () => rm(directory, { recursive: true, force: true }) }
}

/** An API that is described in two files. If both define a schema, that of `first` is used. */
export function joinSpecs(first: OpenApi, second: OpenApi): OpenApi {
  return {
    ...first,
    paths: { ...second.paths, ...first.paths },
    components: { ...first.components, schemas: { ...second.components.schemas, ...first.components.schemas } },
  }
}
