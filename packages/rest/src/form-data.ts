import { stringifyJson } from './json.ts'
import { findLoss } from './json-loss.ts'
import { isPlainObject, notPlain } from './plain-object.ts'
import { refusePart } from './validation-error.ts'

/**
 * Writes the parts of a multipart body: files and blobs unchanged, strings, numbers, booleans and dates as text,
 * objects and arrays of objects as JSON, and any other array as one part for each item. `undefined` is left out; a form
 * cannot represent `null`.
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
      if (part === undefined) continue
      const isJson = isPlainObject(part) || isObjectList(part)
      const loss = isJson ? findLoss(part) : undefined
      if (loss) refuse([name, ...loss.path.reverse()].join('.'), loss.message)
      const written = isJson ? new Blob([stringifyJson(part)], { type: 'application/json' }) : writePart(part)
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
  return Number.isFinite(part) || /^(bigint|boolean)$/.test(typeof part) ? String(part) : undefined
}
