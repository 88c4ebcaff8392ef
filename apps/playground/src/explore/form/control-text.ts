import { parseJson, stringifyJson } from '@x/rest/json'
import type { Shape } from '@x/rest/shapes'

/** Returns the text that the control of a scalar shows for a value; an empty one for a missing value. */
export function controlText({ kind }: Shape, value: unknown): string {
  if (value === undefined) return ''
  if (isWrittenAsJson(kind) && (typeof value !== 'string' || isJson(value))) return stringifyJson(value)
  return String(value)
}

/** Returns the value of a control's text. What cannot be read stays text, so that validation reports it. */
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

/** True if there is no control for the kind. */
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
