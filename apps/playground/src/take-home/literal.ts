import { isObject } from '../explore/answer/value/list-of.ts'

/** Longer lines are broken where possible. */
export const LINE = 100

/**
 * Writes a JSON value as a JavaScript literal: on one line if it fits, with the quotes and commas of this project's
 * code. Evaluating it returns the value.
 */
export function literal(value: unknown, indent = '', column = indent.length): string {
  const short = inline(value)
  if (column + short.length <= LINE || typeof value !== 'object' || value === null || value instanceof Blob)
    return short
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : members(value).map(([name, member]) => `${name}: ${literal(member, inner, inner.length + name.length + 2)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent}${close}`
}

function inline(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Blob) return `new File([content], ${quote(fileNameOf(value))})`
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (!isObject(value)) return Object.is(value, -0) ? '-0' : String(value)
  const all = members(value).map(([name, member]) => `${name}: ${inline(member)}`)
  return all.length === 0 ? '{}' : `{ ${all.join(', ')} }`
}

/** Omits undefined members, as JSON does. */
function members(value: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [memberName(name), member])
}

/** The name of a file, or a placeholder for it. */
function fileNameOf(value: Blob): string {
  return value instanceof File && value.name !== '' ? value.name : 'file'
}

function memberName(name: string): string {
  // Without brackets, this name would set the prototype.
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)
}

/** A text as a literal in single quotes, with invisible characters escaped as in JSON. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1)
  return text.includes("'") && !text.includes('"')
    ? `"${inner}"`
    : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
