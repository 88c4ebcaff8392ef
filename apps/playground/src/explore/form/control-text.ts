import { parseJson, stringifyJson } from '@x/rest/json'
import type { Shape } from '@x/rest/shapes'

/** What the control of a shape without parts shows for a value. Nothing stands for a value that is left out. */
export function controlText({ kind }: Shape, value: unknown): string {
  if (value === undefined) return ''
  if (isWrittenAsJson(kind) && (typeof value !== 'string' || isJson(value))) return stringifyJson(value)
  return String(value)
}

/** The value that a person means by what the control shows. What cannot be read stays text, for validation to name. */
export function readControl({ kind }: Shape, text: string): unknown {
  if (text === '') return undefined
  switch (kind) {
    case 'number':
    case 'integer':
      return Number.isFinite(Number(text)) && text.trim() !== '' ? Number(text) : text
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : text)
    default:
      return isWrittenAsJson(kind) && isJson(text) ? parseJson(text) : text
  }
}

/** True where no control is made for the kind. */
export function isWrittenAsJson(kind: Shape['kind']): boolean {
  return /^(unknown|ignored|null|bigint)$/.test(kind)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
