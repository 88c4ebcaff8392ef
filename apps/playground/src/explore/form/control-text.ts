import { parseJson, stringifyJson } from '@x/rest/json'
import type { Field } from './field.ts'

/** What the control of a field without parts shows for a value. Nothing stands for a value that is left out. */
export function controlText(field: Field, value: unknown): string {
  if (value === undefined) return ''
  if (field.kind === 'json' && (typeof value !== 'string' || isJson(value))) return stringifyJson(value)
  return String(value)
}

/** The value that a person means by what the control shows. What cannot be read stays text, for validation to name. */
export function readControl(field: Field, text: string): unknown {
  if (text === '') return undefined
  switch (field.kind) {
    case 'number':
      return Number.isFinite(Number(text)) && text.trim() !== '' ? Number(text) : text
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : text)
    case 'json':
      return isJson(text) ? parseJson(text) : text
    default:
      return text
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
