import { isObject } from './body.ts'
import type { FileType, ModelerFile } from './entities.ts'
import { validationFailed } from './problem.ts'

const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json'

/** What Web Modeler, not the author, decides in a connector template. */
export interface Managed {
  readonly id: string
  readonly name: string
  readonly version: number
}

/**
 * A file's content as it is kept: connector templates get their `$schema`, `name`, `id` and `version` from Web Modeler,
 * everything else stays as it was sent.
 *
 * @throws `Problem` 400 for a connector template that is none.
 */
export function contentOf(type: FileType, content: string, managed: Managed): string {
  return type === 'connector_template' ? writeTemplate(content, managed) : content
}

function writeTemplate(content: string, { id, name, version }: Managed): string {
  const { $schema: _schema, id: _id, name: _name, version: _version, ...rest } = readTemplate(content)
  return JSON.stringify({ $schema: SCHEMA, name, id, version, ...rest }, undefined, 2)
}

/**
 * The content of a file after a change of it or of the name. A connector template that changes gets the next version,
 * or the one that is given.
 *
 * @throws `Problem` 400 for a connector template that is none.
 */
export function changedContent(file: ModelerFile, name: string, content: string, version?: number): string {
  const { id, type, content: before } = file
  if (type !== 'connector_template') return content
  const current = templateVersion(before)
  const after = writeTemplate(content, { id, name, version: version ?? current })
  return after === before || version !== undefined ? after : writeTemplate(content, { id, name, version: current + 1 })
}

/** The `version` inside a connector template that was kept. */
export function templateVersion(content: string): number {
  const { version } = readTemplate(content)
  return typeof version === 'number' ? version : 1
}

/** Checks what the JSON schema of element templates requires of each of them. */
function readTemplate(content: string): Readonly<Record<string, unknown>> {
  let template: unknown
  try {
    template = JSON.parse(content)
  } catch {
    // Told below.
  }
  if (!isObject(template)) throw validationFailed(["content: 'must be a JSON object'"])
  const errors: string[] = []
  const { appliesTo, properties } = template
  if (!Array.isArray(appliesTo) || !appliesTo.every((type) => typeof type === 'string')) {
    errors.push("content.appliesTo: 'must be a list of element types'")
  }
  if (!Array.isArray(properties) || !properties.every((property) => isObject(property) && isObject(property.binding))) {
    errors.push("content.properties: 'must be a list of properties with a binding'")
  }
  if (errors.length > 0) throw validationFailed(errors)
  return template
}
