import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/**
 * Where Camunda's OpenAPI files lie. They are not ours to publish, so they are no part of this repository: a checkout
 * without them beside it skips these tests and says so; CI fails.
 */
const folder = process.env.CAMUNDA_SPECS ?? new URL('../../../../shared/camunda/specs', import.meta.url).pathname

export interface OpenApi {
  readonly paths: Record<string, Record<string, OpenApiOperation>>
  readonly components: { readonly schemas: Record<string, object> }
}

export interface OpenApiOperation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>
}

/** Path of an OpenAPI file, or undefined (with a printed line) where it is missing on a laptop. */
export function specPath(name: string): string | undefined {
  const path = `${folder}/${name}`
  if (existsSync(path)) return path
  const message = `${name} is not in ${folder} (set CAMUNDA_SPECS): nothing was checked against it`
  if (process.env.CI) throw new Error(message)
  console.warn(`skipped: ${message}`)
  return undefined
}

export const readSpec = (path: string): OpenApi => parse(readFileSync(path, 'utf8')) as OpenApi
