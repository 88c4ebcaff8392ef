import { stringifyJson } from './json.ts'

/**
 * Writes the parts of a multipart body: files and blobs as they are, text as text, other objects as JSON, and a list as
 * one part for each of its items. `undefined` and `null` are left out.
 */
export function toFormData(form: object): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (part instanceof Blob) data.append(name, part)
      else if (typeof part === 'object' && part !== null) {
        data.append(name, new Blob([stringifyJson(part)], { type: 'application/json' }))
      } else if (part !== undefined && part !== null) data.append(name, String(part))
    }
  }
  return data
}
