import { isObject } from './body.ts'
import type { FileType, ModelerFile } from './entities.ts'
import { validationFailed } from './problem.ts'

const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json'

/** The parts of a connector template that Web Modeler sets, not the author. */
export interface Managed {
  readonly id: string
  readonly name: string
  readonly version: number
}

/**
 * Returns the content of a file as it is stored: connector templates get `$schema`, `name`, `id` and `version` from Web
 * Modeler, other files are stored unchanged.
 *
 * @throws `Problem` 400 for a malformed connector template.
 */
export function contentOf(type: FileType, content: string, managed: Managed): string {
  return type === 'connector_template' ? writeTemplate(content, managed) : content
}

function writeTemplate(content: string, { id, name, version }: Managed): string {
  const { $schema: _schema, id: _id, name: _name, version: _version, ...rest } = readTemplate(content)
  return JSON.stringify({ $schema: SCHEMA, name, id, version, ...rest }, undefined, 2)
}

/**
 * Returns the content of a file after a change to its content or name. A changed connector template gets the next
 * version number, or the one that is passed.
 *
 * @throws `Problem` 400 for a malformed connector template.
 */
export function changedContent(file: ModelerFile, name: string, content: string, version?: number): string {
  const { id, type, content: before } = file
  if (type !== 'connector_template') return content
  const current = templateVersion(before)
  const after = writeTemplate(content, { id, name, version: version ?? current })
  return after === before || version !== undefined ? after : writeTemplate(content, { id, name, version: current + 1 })
}

/** The `version` inside a stored connector template. */
export function templateVersion(content: string): number {
  const { version } = readTemplate(content)
  return typeof version === 'number' ? version : 1
}

/** Checks what the JSON schema of element templates requires of every template. */
function readTemplate(content: string): Readonly<Record<string, unknown>> {
  let template: unknown
  try {
    template = JSON.parse(content)
  } catch {
    // Reported below.
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
