import { stringifyJson } from './json.ts'
import { isPlainObject, notPlain } from './plain-object.ts'
import { refusePart } from './validation-error.ts'

/**
 * Writes the parts of a multipart body: files and blobs as they are, text, numbers, booleans and dates as text, objects as
 * JSON, a list of objects as JSON too, and any other list as one part for each of its items. `undefined` and `null` are
 * left out.
 *
 * @param operation - Named in the error.
 * @throws `ValidationError` with code `request_invalid` that names the member that cannot be a part
 */
export function toFormData(form: object, operation = 'form'): FormData {
  const refuse = (path: string, message: string): never => refusePart(operation, 'form', path, message)
  if (!isPlainObject(form)) refuse('', notPlain)
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) {
    for (const part of Array.isArray(value) && !isObjectList(value) ? value : [value]) {
      if (part === undefined || part === null) continue
      const written = writePart(part)
      if (written === undefined)
        refuse(name, 'must be a file, text, a number, true or false, a date, or a plain object')
      data.append(name, written as Blob)
    }
  }
  return data
}

function isObjectList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isPlainObject)
}

function writePart(part: unknown): Blob | string | undefined {
  if (part instanceof Blob || typeof part === 'string') return part
  if (part instanceof Date) return Number.isNaN(part.getTime()) ? undefined : part.toISOString()
  if (isPlainObject(part) || isObjectList(part)) return new Blob([stringifyJson(part)], { type: 'application/json' })
  return Number.isFinite(part) || /^(bigint|boolean)$/.test(typeof part) ? String(part) : undefined
}
